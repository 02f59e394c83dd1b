param siteName string
param apiId string
param apiLocation string
param pubsubName string

resource site 'Microsoft.Web/staticSites@2024-11-01' existing = {
  name: siteName
}

resource backend 'Microsoft.Web/staticSites/linkedBackends@2024-11-01' = {
  parent: site
  name: 'api'
  properties: { backendResourceId: apiId, region: apiLocation }
}

resource pubsub 'Microsoft.SignalRService/webPubSub@2024-03-01' existing = {
  name: pubsubName
}

resource hub 'Microsoft.SignalRService/webPubSub/hubs@2024-03-01' = {
  parent: pubsub
  name: 'crm'
  dependsOn: [backend]
  properties: {
    anonymousConnectPolicy: 'deny'
    eventHandlers: [
      {
        urlTemplate: 'https://${site.properties.defaultHostname}/api/realtime/events'
        userEventPattern: 'presence'
        // Not `connect`, for which each client would wait.
        systemEvents: ['connected', 'disconnected']
        auth: { type: 'None' }
      }
    ]
  }
}
