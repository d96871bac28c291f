import type { LocalArea } from '../../src/platform/page-memory.ts';

/** A local storage area; `broken` makes each call fail. */
export class LocalAreaFake implements LocalArea {
  items: Record<string, unknown> = {};
  broken = false;
  calls = 0;

  async get(key: string | null): Promise<Record<string, unknown>> {
    this.#touch();
    return structuredClone(key === null ? this.items : key in this.items ? { [key]: this.items[key] } : {});
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.#touch();
    Object.assign(this.items, structuredClone(items));
  }

  async remove(keys: string[]): Promise<void> {
    this.#touch();
    for (const key of keys) delete this.items[key];
  }

  #touch(): void {
    this.calls++;
    if (this.broken) throw new Error('the disk is full');
  }
}
