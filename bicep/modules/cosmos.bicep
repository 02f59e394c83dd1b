param place {
  token: string
  location: string
  tags: object
}
param logsId string
param appPrincipalId string
param isZoneRedundant bool

@description('The same containers that the local start makes.')
var containers = {
  accounts: loadJsonContent('../containers/accounts.json')
  audit: loadJsonContent('../containers/audit.json')
  customers: loadJsonContent('../containers/customers.json')
  deadLetters: loadJsonContent('../containers/deadLetters.json')
  files: loadJsonContent('../containers/files.json')
  inbox: loadJsonContent('../containers/inbox.json')
  jobs: loadJsonContent('../containers/jobs.json')
  leases: loadJsonContent('../containers/leases.json')
  notifications: loadJsonContent('../containers/notifications.json')
  payments: loadJsonContent('../containers/payments.json')
  presence: loadJsonContent('../containers/presence.json')
  rooms: loadJsonContent('../containers/rooms.json')
  seats: loadJsonContent('../containers/seats.json')
  tasks: loadJsonContent('../containers/tasks.json')
  workspaces: loadJsonContent('../containers/workspaces.json')
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: 'cosmos-${place.token}'
  location: place.location
  tags: place.tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [{ name: 'EnableServerless' }]
    locations: [{ locationName: place.location, failoverPriority: 0, isZoneRedundant: isZoneRedundant }]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: 'crm'
  properties: { resource: { id: 'crm' } }
}

@batchSize(4)
resource made 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [
  for container in map(items(containers), entry => entry.value): {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: {
          paths: container.partitionKey
          kind: length(container.partitionKey) > 1 ? 'MultiHash' : 'Hash'
          version: 2
        }
        defaultTtl: container.?defaultTtl
        indexingPolicy: container.indexingPolicy
      }
    }
  }
]

resource dataContributor 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
  parent: account
  name: guid(account.id, appPrincipalId, 'data-contributor')
  properties: {
    principalId: appPrincipalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: account.id
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: account
  properties: {
    workspaceId: logsId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
  }
}

output endpoint string = account.properties.documentEndpoint
