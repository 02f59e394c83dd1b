/** What the keys of the services we use, and of those we do not, look like. */
const keys: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a Stripe key': /\b[sr]k_(live|test)_[A-Za-z0-9]{16,}/,
  'a Stripe webhook secret': /\bwhsec_[A-Za-z0-9]{24,}/,
  'an Azure key': /\b(?:Account|Access|SharedAccess)Key=(?!\$|<)[A-Za-z0-9+/]{40,}={0,2}/i,
  'an Azure signature': /[?&]sig=[A-Za-z0-9%+/]{40,}/,
  'an Azure client secret': /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}\b/,
  'a Google client secret': /\bGOCSPX-[A-Za-z0-9_-]{20,}/,
  'a Google key': /\bAIza[A-Za-z0-9_-]{35}\b/,
  'an AWS key': /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/,
  'a GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})\b/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a Slack token': /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  'a mail key': /\bSG\.[\w-]{20,}\.[\w-]{40,}/,
  'a model key': /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{40,}/,
  'a password in an address':
    /\b(?:https?|smtps?|amqps?|rediss?|postgres(?:ql)?|mongodb(?:\+srv)?):\/\/[^\s/:@]+:[^\s/:@${}]{6,}@/,
  'a JSON Web Token': /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/,
};

/** Published by Microsoft for its own emulators: they open nothing else. */
const known = [
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
];

/** The kinds of secrets in a text. */
export function secretsIn(text: string): string[] {
  const rest = known.reduce((left, key) => left.replaceAll(key, ''), text);
  return Object.keys(keys).filter((name) => keys[name]!.test(rest));
}

/** Files that hold secrets by what they are, whatever stands in them. */
export const isSecretFile = (path: string): boolean =>
  /(?:^|\/)(?:\.env(?:\.(?!example$)[^/]*)?|local\.settings\.json|id_(?:rsa|ecdsa|ed25519)|\.azure\/.*)$|\.(?:pem|pfx|p12|key|keystore|publishsettings)$/i.test(
    path,
  );
