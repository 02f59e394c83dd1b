/** Where each part of the local Azure listens; each name is also the flag that moves it (`npm start -- --web 4281`). */
export const standardPorts = {
  web: 4280,
  functions: 7071,
  cosmos: 8081,
  blob: 10000,
  queue: 10001,
  table: 10002,
  pubsub: 8888,
  stripe: 12111,
  smtp: 1025,
  mail: 8025,
  identity: 9400,
  push: 9500,
  insights: 9600,
};
export type Ports = typeof standardPorts;

/** Every port free to choose: for tests, which run side by side. */
export const freePorts = Object.fromEntries(Object.keys(standardPorts).map((name) => [name, 0])) as Ports;
