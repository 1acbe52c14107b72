import { timingSafeEqual } from 'node:crypto';

/** What every request to the browser host is measured against. `port` is the one it listens on. */
export type Access = { token: string; port: number };

/** The parts of a request that decide; header names as Node gives them. */
export type Asking = { host: string | undefined; origin: string | undefined; cookie: string | undefined; isUpgradeOrPost: boolean };

export const COOKIE_NAME = 'huihan';

/** Compares without telling by its time how much was right. */
export function isSameSecret(given: string, secret: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(secret);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** 403 when the Host or Origin is not ours (another site, a rebound name), else null. Upgrades and uploads must name an Origin. */
export function judgeOrigin(asking: Asking, { port }: Access): 403 | null {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(asking.host ?? '')) return 403;
  if (asking.origin === undefined) return asking.isUpgradeOrPost ? 403 : null;
  return asking.origin === `http://${asking.host}` ? null : 403;
}

/** 401 without our cookie, 403 with a wrong one, null when it fits. */
export function judgeCookie(asking: Asking, { token, port }: Access): 401 | 403 | null {
  const name = `${COOKIE_NAME}-${port}=`;
  const held = (asking.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name));
  if (held === undefined) return 401;
  return isSameSecret(held.slice(name.length), token) ? null : 403;
}

/** The Set-Cookie line for a browser that showed the right token. Cookies do not know ports, so the port is in its name. */
export function makeCookie({ token, port }: Access): string {
  return `${COOKIE_NAME}-${port}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}
