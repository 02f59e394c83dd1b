param place {
  token: string
  location: string
  tags: object
}
param appPrincipalId string

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${place.token}'
  location: place.location
  tags: place.tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${place.token}'
  location: place.location
  tags: place.tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insights.id, 'workbook')
  location: place.location
  tags: place.tags
  kind: 'shared'
  properties: {
    displayName: 'StarOne'
    category: 'workbook'
    sourceId: insights.id
    serializedData: loadTextContent('../monitoring/workbook.json')
  }
}

var metricsPublisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource appPublishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, metricsPublisher)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: metricsPublisher }
}

output logsId string = logs.id
output insightsId string = insights.id
output connectionString string = insights.properties.ConnectionString
