param place {
  token: string
  location: string
  tags: object
}
param logsId string
param appPrincipalId string
param deployerId string
param deployerType string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${place.token}'
  location: place.location
  tags: place.tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: vault
  properties: {
    workspaceId: logsId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, secretsUser)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser }
}

var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource deployerWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  scope: vault
  name: guid(vault.id, deployerId, secretsOfficer)
  properties: { principalId: deployerId, principalType: deployerType, roleDefinitionId: secretsOfficer }
}

output uri string = vault.properties.vaultUri
