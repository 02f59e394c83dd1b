import { endingOf } from './file-name.ts';
import { maxFileBytes, type StoredFile } from './file.ts';

/** Endings that a computer runs when the file is opened: programs, scripts, installers, shortcuts, disks that mount. */
export const refusedEndings: ReadonlySet<string> = new Set(
  [
    'exe com scr pif cpl msi msp mst msix msixbundle appx appxbundle dll sys ocx drv application gadget',
    'bat cmd ps1 psm1 ps1xml psc1 vb vbs vbe js jse mjs cjs ws wsf wsc wsh hta msc sct shb shs',
    'lnk url scf inf reg rdp chm hlp xll wll appref-ms settingcontent-ms library-ms search-ms diagcab theme',
    'jar jnlp class sh bash zsh csh ksh command tool workflow action app pkg dmg mpkg terminal webloc',
    'deb rpm run appimage desktop apk xapk ipa iso img vhd vhdx air py pyc pyw pyz rb pl php',
  ].flatMap((line) => line.split(' ')),
);

/** The same, where the bytes give them away under another name. */
export const refusedTypes: ReadonlySet<string> = new Set([
  'text/x-shellscript',
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/x-ft-apple.alias',
  'application/x-ms-regedit',
  'application/vnd.ms-htmlhelp',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-google-chrome-extension',
  'application/x-xpinstall',
  'application/x-apple-diskimage',
  'application/x-iso9660-image',
  'application/x-deb',
  'application/x-rpm',
  'application/x-shockwave-flash',
]);

/** Why a file is not taken, in words for the person who sends it; null when it is. */
export function fileRefusal({ name, bytes, type }: Pick<StoredFile, 'name' | 'bytes' | 'type'>): string | null {
  if (bytes === 0) return 'It is empty.';
  if (bytes > maxFileBytes) return `It is larger than ${maxFileBytes / 1_000_000} MB.`;
  const ending = endingOf(name);
  if (refusedEndings.has(ending)) return `Files that end in .${ending} can run on a computer and are not accepted.`;
  if (refusedTypes.has(type)) return 'It is a program, whatever its name says. Programs are not accepted.';
  return null;
}

/** Pictures that every browser shows. */
export const pictureTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
]);
export const pdf = 'application/pdf';
/** What is not known, or what a browser might run: it is only ever saved. */
export const plainBytes = 'application/octet-stream';

/** Only what the decoder has seen to be a picture, and PDF, is looked at in the page. Everything else is saved. */
export const isShownInPage = ({ type, picture }: Pick<StoredFile, 'type' | 'picture'>): boolean =>
  type === pdf || (pictureTypes.has(type) && picture !== null);
