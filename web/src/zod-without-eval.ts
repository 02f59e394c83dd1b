// The site's policy forbids code made of text, which zod would try on each page. This is what its `config` sets; told
// here, before zod is loaded, because calling `config` would load zod with the login page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
