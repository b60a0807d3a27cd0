// Stock WebKitGTK, driven over plain WebDriver by the driver that comes with it, on an invisible screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@playwright/test';

/** How WebDriver marks an element in a script's arguments and results. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts the WebKitWebDriver at this path. Every tab is a session with its own browser and profile. */
export async function webkit(program) {
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  // It chooses a free port and prints it.
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

/** Starts a program that reports its readiness on file descriptor 3, if it does. */
const start = (program, given, env = process.env) =>
  spawn(program, given, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });

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
    press: (value) =>
      ask(`${session}/actions`, {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          },
        ],
      }),
    close: () => ask(session, undefined, 'DELETE'),
  };
}

/** A page or a frame in it, addressed by the selectors that lead to it from the top. */
function frame(session, way) {
  const run = (script, given) =>
    ask(`${session}/execute/sync`, { script: `return (${script})(...arguments)`, args: given });
  /** Evaluates in this frame; a session is in one frame at a time. */
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

/** Sends a command to the driver and returns its answer. */
async function ask(address, body, method = 'POST') {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit's driver says: ${value.error}. ${value.message}`);
  return value;
}
