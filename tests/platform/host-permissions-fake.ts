import type { HostPermissions } from '../../src/platform/sites-permission.ts';

/** The hosts that a browser has granted, and what it answers when it is asked for more. */
export class HostPermissionsFake implements HostPermissions {
  /** What the person says to the browser's question. */
  answer = true;
  /** What was asked for, in order. */
  readonly asked: string[][] = [];
  readonly #listeners = new Set<() => void>();
  readonly onAdded = this.#event();
  readonly onRemoved = this.#event();
  #origins: string[];

  constructor(origins: string[] = []) {
    this.#origins = origins;
  }

  async getAll() {
    return { origins: [...this.#origins] };
  }

  async request({ origins }: { origins: string[] }) {
    this.asked.push(origins);
    if (this.answer) this.change([...new Set([...this.#origins, ...origins])]);
    return this.answer;
  }

  async remove({ origins }: { origins: string[] }) {
    this.change(this.#origins.filter((origin) => !origins.includes(origin)));
    return true;
  }

  /** As the browser's own settings do it. */
  change(origins: string[]): void {
    this.#origins = origins;
    for (const listener of this.#listeners) listener();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  #event() {
    return {
      addListener: (listener: () => void) => void this.#listeners.add(listener),
      removeListener: (listener: () => void) => void this.#listeners.delete(listener),
    };
  }
}
