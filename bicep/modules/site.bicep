param place {
  token: string
  location: string
  tags: object
}

@description('A name of your own whose CNAME already leads to this site; none: the name Azure gives.')
param ownDomain string

resource site 'Microsoft.Web/staticSites@2024-11-01' = {
  name: 'swa-${place.token}'
  location: place.location
  tags: union(place.tags, { 'azd-service-name': 'web' })
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    allowConfigFileUpdates: true
    // A preview has no API behind it: a site has one linked backend.
    stagingEnvironmentPolicy: 'Disabled'
  }
}

var ownDomains = empty(ownDomain) ? [] : [ownDomain]

resource domains 'Microsoft.Web/staticSites/customDomains@2024-11-01' = [
  for domain in ownDomains: {
    parent: site
    name: domain
    properties: { validationMethod: 'cname-delegation' }
  }
]

output name string = site.name
output origin string = empty(ownDomain) ? 'https://${site.properties.defaultHostname}' : 'https://${ownDomain}'
