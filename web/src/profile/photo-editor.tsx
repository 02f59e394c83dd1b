import { Button, FileButton } from '@mantine/core';
import { IconPhotoUp, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { maxPhotoBytes, photoTypes } from '#domain/photos/photo.ts';
import { ErrorLine } from '#web/platform/error-line.tsx';
import { whatIsWrongWith } from '#web/platform/picture-file.ts';
import type { PhotoDraft } from './profile-queries.ts';
import classes from './profile.module.css';

const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog.tsx')).CropDialog }));
const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

type Props = { hasPhoto: boolean; draft: PhotoDraft; onDraft: (draft: PhotoDraft) => void };

/** Picks one picture and cuts it out; it is sent with the other changes. */
export function PhotoEditor({ hasPhoto, draft, onDraft }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const address = draft.kind === 'new' ? draft.address : null;
  useRevoke(address);
  useRevoke(chosen);

  const choose = async (file: File | null): Promise<void> => {
    if (!file) return;
    const wrong = await whatIsWrongWith(file, maxPhotoBytes);
    setRefusal(wrong);
    setChosen(wrong ? null : URL.createObjectURL(file));
  };
  const take = (file: Blob): void => {
    setChosen(null);
    onDraft({ kind: 'new', file, address: URL.createObjectURL(file) });
  };

  const isRemovable = draft.kind === 'new' || (draft.kind === 'same' && hasPhoto);
  return (
    <div className={classes.actions}>
      <FileButton accept={photoTypes.join(',')} inputProps={{ 'aria-label': 'Photo' }} onChange={choose}>
        {(props) => (
          <Button className="cap" leftSection={<IconPhotoUp {...icon} />} {...props}>
            UPLOAD PHOTO
          </Button>
        )}
      </FileButton>
      {isRemovable && (
        <Button leftSection={<IconTrash {...icon} />} onClick={() => onDraft({ kind: hasPhoto ? 'none' : 'same' })}>
          Remove the photo
        </Button>
      )}
      {refusal ? <ErrorLine>{refusal}</ErrorLine> : <p className={classes.note}>JPEG, PNG or WebP, at most 5 MB.</p>}
      {chosen && (
        <Suspense>
          <CropDialog address={chosen} onDone={take} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** The browser keeps the file as long as its address lives. */
function useRevoke(address: string | null): void {
  const earlier = useRef<string | null>(null);
  useEffect(() => {
    if (earlier.current && earlier.current !== address) URL.revokeObjectURL(earlier.current);
    earlier.current = address;
  }, [address]);
}
