// Stock WebKitGTK, driven over plain WebDriver: by the driver that comes with it, on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';

/** How WebDriver marks an element among the values of a script. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts the WebKitWebDriver that is at a path. Each tab is a session, which has a browser and a profile of its own. */
export async function webkit(program) {
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  // It chooses a number that is free, and says which.
  const [display] = await once(screen.stdio[3], 'data');
  const port = await freePort();
  const driver = start(program, [`--port=${port}`], { ...process.env, DISPLAY: `:${String(display).trim()}` });
  const address = `http://127.0.0.1:${port}`;
  await expect(() => fetch(`${address}/status`)).toPass();
  return {
    open: () => open(address),
    async close() {
      driver.kill();
      screen.kill();
    },
  };
}

/** A program that gives word on its fourth channel, if any. */
const start = (program, given, env = process.env) => spawn(program, given, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function open(address) {
  const { sessionId } = await ask(`${address}/session`, { capabilities: {} });
  const session = `${address}/session/${sessionId}`;
  return {
    ...frame(session, []),
    goto: (url) => ask(`${session}/url`, { url }),
    press: (value) => ask(`${session}/actions`, {
      actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }],
    }),
    close: () => ask(session, undefined, 'DELETE'),
  };
}

/** A page or a frame in it, by the selectors that lead to it from the top. */
function frame(session, way) {
  const run = (script, given) => ask(`${session}/execute/sync`, { script: `return (${script})(...arguments)`, args: given });
  /** Runs in this frame; a session has one frame at a time. */
  const look = async (script, given) => {
    await ask(`${session}/frame`, { id: null });
    for (const selector of way) {
      await ask(`${session}/frame`, { id: await run((selector) => document.querySelector(selector), [selector]) });
    }
    return run(script, given);
  };
  return {
    evaluate: (script, ...given) => look(script, given),
    async click(find, ...given) {
      const found = await look(find, given);
      if (found) await ask(`${session}/element/${found[ELEMENT]}/click`, {});
      return found !== null;
    },
    frame: async (selector) => frame(session, [...way, selector]),
  };
}

/** Asks the driver, and gives the value that it answers with. */
async function ask(address, body, method = 'POST') {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit's driver says: ${value.error}. ${value.message}`);
  return value;
}
