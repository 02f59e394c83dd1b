param place {
  token: string
  location: string
  tags: object
}
param insightsId string
param email string

var rules = [
  {
    name: 'dead-letters'
    title: 'A feed has put a document aside'
    severity: 1
    window: 'PT15M'
    operator: 'GreaterThan'
    query: loadTextContent('../monitoring/dead-letters.kql')
  }
  {
    name: 'server-errors'
    title: 'Requests, queue messages or timers fail'
    severity: 1
    window: 'PT15M'
    operator: 'GreaterThan'
    query: loadTextContent('../monitoring/server-errors.kql')
  }
  {
    name: 'reconciler-differences'
    title: 'Payments and Stripe differ'
    severity: 2
    window: 'PT15M'
    operator: 'GreaterThan'
    query: loadTextContent('../monitoring/reconciler-differences.kql')
  }
  {
    name: 'slow-requests'
    title: 'Answers are slow'
    severity: 3
    window: 'PT30M'
    operator: 'GreaterThan'
    query: loadTextContent('../monitoring/slow-requests.kql')
  }
  {
    // Where nothing runs, nothing fails: a timer runs every quarter of an hour.
    name: 'silence'
    title: 'No timer has run for an hour'
    severity: 0
    window: 'PT1H'
    operator: 'LessThanOrEqual'
    query: loadTextContent('../monitoring/timer-runs.kql')
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${place.token}'
  location: 'global'
  tags: place.tags
  properties: {
    groupShortName: 'starone'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: 'alert-${rule.name}-${place.token}'
    location: place.location
    tags: place.tags
    properties: {
      displayName: 'StarOne: ${rule.title}'
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
