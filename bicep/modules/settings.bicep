param appName string
param clientId string
param origin string
param storageName string
param cosmosEndpoint string
param pubsubHost string
param mailEndpoint string
param mailFrom string
param vaultUri string
param insightsConnectionString string
param isSingleBusiness bool
param areFilesScanned bool
param signIn object
param push object

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName
}

var secrets = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/'

// The settings of the host and of its triggers, and of our own code: its names stand in functions/platform/settings.ts.
var always = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  COSMOS__accountEndpoint: cosmosEndpoint
  COSMOS__credential: 'managedidentity'
  COSMOS__clientId: clientId
  STORAGE__blobServiceUri: storage.properties.primaryEndpoints.blob
  STORAGE__queueServiceUri: storage.properties.primaryEndpoints.queue
  STORAGE__credential: 'managedidentity'
  STORAGE__clientId: clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${clientId}'
  AZURE_CLIENT_ID: clientId
  PUBLIC_ORIGIN: origin
  PUBSUB__endpoint: 'https://${pubsubHost}'
  PUBSUB_KEYS: '${secrets}pubsub-keys)'
  MAIL_ACS__endpoint: mailEndpoint
  MAIL_FROM: mailFrom
  FILES_SCANNED: areFilesScanned ? 'yes' : 'no'
  AUTH_SECRET: '${secrets}auth-secret)'
  AUTH_PEPPER: '${secrets}auth-pepper)'
  STRIPE_SECRET_KEY: '${secrets}stripe-secret-key)'
  STRIPE_WEBHOOK_SECRETS: '${secrets}stripe-webhook-secrets)'
  STRIPE_SINGLE_BUSINESS: isSingleBusiness ? 'yes' : 'no'
}

var google = {
  OIDC_GOOGLE_CLIENT_ID: signIn.google
  OIDC_GOOGLE_CLIENT_SECRET: '${secrets}oidc-google-client-secret)'
}
var linkedin = {
  OIDC_LINKEDIN_CLIENT_ID: signIn.linkedin
  OIDC_LINKEDIN_CLIENT_SECRET: '${secrets}oidc-linkedin-client-secret)'
}
var facebook = {
  OIDC_FACEBOOK_CLIENT_ID: signIn.facebook
  OIDC_FACEBOOK_CLIENT_SECRET: '${secrets}oidc-facebook-client-secret)'
}
var microsoft = { OIDC_MICROSOFT_CLIENT_ID: signIn.microsoft }
var pushing = {
  PUSH_PUBLIC_KEY: push.publicKey
  PUSH_PRIVATE_KEY: '${secrets}push-private-key)'
  PUSH_SUBJECT: push.subject
}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    always,
    empty(signIn.google) ? {} : google,
    empty(signIn.linkedin) ? {} : linkedin,
    empty(signIn.facebook) ? {} : facebook,
    empty(signIn.microsoft) ? {} : microsoft,
    empty(push.publicKey) ? {} : pushing
  )
}
