param place {
  token: string
  location: string
  tags: object
}
param dataLocation string
param appPrincipalId string

@description('A domain of your own that has been verified in this mail service; none: one that Azure lends.')
param ownDomain string

resource mail 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: 'email-${place.token}'
  location: 'global'
  tags: place.tags
  properties: { dataLocation: dataLocation }
}

resource lent 'Microsoft.Communication/emailServices/domains@2025-05-01' = {
  parent: mail
  name: 'AzureManagedDomain'
  location: 'global'
  tags: place.tags
  properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
}

var domainId = empty(ownDomain) ? lent.id : '${mail.id}/domains/${ownDomain}'

resource sender 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: 'acs-${place.token}'
  location: 'global'
  tags: place.tags
  properties: {
    dataLocation: dataLocation
    linkedDomains: [domainId]
  }
}

var mailOwner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '09976791-48a7-449e-bb21-39d1a415f350')

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: sender
  name: guid(sender.id, appPrincipalId, mailOwner)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: mailOwner }
}

output endpoint string = 'https://${sender.properties.hostName}'
output from string = 'DoNotReply@${empty(ownDomain) ? lent.properties.mailFromSenderDomain : ownDomain}'
