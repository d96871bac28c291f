/** Saves a text as a file, as a press on a link to a download does. `type`: a MIME type. */
export type SaveFile = (name: string, type: string, text: string) => void;

/** So long, in milliseconds, a browser may take to ask where the file goes; then what it holds is let go. */
const RELEASE_AFTER = 60_000;

/** Makes the saving for a page of the extension. */
export function createSaveFile(document: Document): SaveFile {
  return (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER);
  };
}
