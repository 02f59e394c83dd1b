param place {
  token: string
  location: string
  tags: object
}
param appPrincipalId string

@description('Each unit holds 1,000 sockets; none: the free size, which holds 20.')
param units int

resource service 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  name: 'wps-${place.token}'
  location: place.location
  tags: place.tags
  kind: 'WebPubSub'
  sku: units > 0 ? { name: 'Standard_S1', tier: 'Standard', capacity: units } : { name: 'Free_F1', tier: 'Free', capacity: 1 }
  properties: {
    // Without keys the service signs none of its events, and the site in front takes away the token that would replace it.
    disableLocalAuth: false
    disableAadAuth: false
    publicNetworkAccess: 'Enabled'
    tls: { clientCertEnabled: false }
  }
}

var serviceOwner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '12cf5a90-567b-43ae-8102-96cf46c7d9b4')

resource appPublishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: service
  name: guid(service.id, appPrincipalId, serviceOwner)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: serviceOwner }
}

output name string = service.name
output hostName string = service.properties.hostName
