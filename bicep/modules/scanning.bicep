param place {
  token: string
  location: string
  tags: object
}
param storageName string
param identityId string

@description('Beyond it files of that month stay closed, and the bill stays small.')
param mostGigabytesAMonth int = 10

var others = filter(loadJsonContent('../storage.json').containers, container => container != 'files')

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

resource results 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: 'scans-${place.token}'
  location: place.location
  tags: place.tags
  // That of the app: it may write to queues already, and Event Grid tries it as soon as the subscription is made.
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    inputSchema: 'EventGridSchema'
    minimumTlsVersionAllowed: '1.2'
    publicNetworkAccess: 'Enabled'
  }
}

resource toQueue 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: results
  name: 'file-scans'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Security.MalwareScanningResult'] }
    deliveryWithResourceIdentity: {
      identity: { type: 'UserAssigned', userAssignedIdentity: identityId }
      destination: {
        endpointType: 'StorageQueue'
        properties: { resourceId: storage.id, queueName: 'file-scans' }
      }
    }
  }
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  scope: storage
  name: 'current'
  // Who hears the results is there before the first one.
  dependsOn: [toQueue]
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    sensitiveDataDiscovery: { isEnabled: false }
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: mostGigabytesAMonth
        filters: { excludeBlobsWithPrefix: map(others, container => '${container}/') }
      }
      blobScanResultsOptions: 'None'
      scanResultsEventGridTopicResourceId: results.id
    }
  }
}
