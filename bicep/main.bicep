targetScope = 'subscription'

@minLength(1)
@maxLength(40)
param environmentName string
@metadata({ azd: { type: 'location' } })
param location string
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param siteLocation string
param siteDomain string = ''
param mailDataLocation string
param mailDomain string = ''
param deployerId string = ''
@allowed(['User', 'ServicePrincipal'])
param deployerType string
param alertEmail string = ''
@minValue(0)
param alwaysReady int
@minValue(0)
param pubsubUnits int
param isZoneRedundant bool
param isSingleBusiness bool
param areFilesScanned bool
@description('The client ids of google, linkedin, facebook and microsoft; empty: that way in is off.')
param signIn object
@description('The publicKey of a VAPID pair, and the subject whom a push service may write to; empty: push is off.')
param push object

var token = uniqueString(subscription().id, environmentName, location)
var place = { token: token, location: location, tags: { 'azd-env-name': environmentName } }
var signInHost = empty(signIn.microsoft) ? '' : ' ${environment().authentication.loginEndpoint}'
var appPrincipalId = identity.outputs.principalId

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: place.tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { place: place }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { place: place, appPrincipalId: appPrincipalId }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  scope: group
  params: { place: place, insightsId: monitoring.outputs.insightsId, email: alertEmail }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: { place: place, appPrincipalId: appPrincipalId, isZoneRedundant: isZoneRedundant }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    place: place
    logsId: monitoring.outputs.logsId
    appPrincipalId: appPrincipalId
    isZoneRedundant: isZoneRedundant
  }
}

module vault 'modules/keyvault.bicep' = {
  scope: group
  params: {
    place: place
    logsId: monitoring.outputs.logsId
    appPrincipalId: appPrincipalId
    deployerId: deployerId
    deployerType: deployerType
  }
}

module pubsub 'modules/webpubsub.bicep' = {
  scope: group
  params: { place: place, appPrincipalId: appPrincipalId, units: pubsubUnits }
}

module mail 'modules/mail.bicep' = {
  scope: group
  params: { place: place, appPrincipalId: appPrincipalId, dataLocation: mailDataLocation, ownDomain: mailDomain }
}

module scanning 'modules/scanning.bicep' = if (areFilesScanned) {
  scope: group
  params: { place: place, storageName: storage.outputs.name, identityId: identity.outputs.id }
}

// From here on each needs the one before: the site, the app that is told its address, the link, and who calls it.
module site 'modules/site.bicep' = {
  scope: group
  params: { place: union(place, { location: siteLocation }), ownDomain: siteDomain }
}

module api 'modules/functionapp.bicep' = {
  scope: group
  params: {
    place: place
    identityId: identity.outputs.id
    packageUrl: storage.outputs.packageUrl
    alwaysReady: alwaysReady
    isZoneRedundant: isZoneRedundant
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: api.outputs.name
    clientId: identity.outputs.clientId
    origin: site.outputs.origin
    storageName: storage.outputs.name
    cosmosEndpoint: cosmos.outputs.endpoint
    pubsubHost: pubsub.outputs.hostName
    mailEndpoint: mail.outputs.endpoint
    mailFrom: mail.outputs.from
    vaultUri: vault.outputs.uri
    insightsConnectionString: monitoring.outputs.connectionString
    isSingleBusiness: isSingleBusiness
    areFilesScanned: areFilesScanned
    signIn: signIn
    push: push
  }
}

module wiring 'modules/wiring.bicep' = {
  scope: group
  params: { siteName: site.outputs.name, apiId: api.outputs.id, apiLocation: location, pubsubName: pubsub.outputs.name }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_ENDPOINT string = vault.outputs.uri
output API_NAME string = api.outputs.name
output WEB_URL string = site.outputs.origin
output PUBSUB_NAME string = pubsub.outputs.name
output SITE_CONNECT string = 'wss://${pubsub.outputs.hostName}${signInHost}'
