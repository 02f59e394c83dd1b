import { Button, FileButton, Group } from '@mantine/core';
import { IconPhotoUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { photoTypes } from '#domain/photos/photo.ts';
import { maxLogoBytes } from '#domain/receipts/receipt.ts';
import { ErrorLine } from '#web/platform/error-line.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { whatIsWrongWith } from '#web/platform/picture-file.ts';
import { Logo } from './logo.tsx';
import { useChangeLogo } from './receipt-queries.ts';
import classes from './receipts.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** The logo as it is now; what is chosen here is kept at once. */
export function LogoField({ logo }: { logo: string | null }) {
  const change = useChangeLogo();
  const [refusal, setRefusal] = useState<string | null>(null);

  const choose = async (file: File | null): Promise<void> => {
    if (!file) return;
    const wrong = await whatIsWrongWith(file, maxLogoBytes);
    setRefusal(wrong);
    if (!wrong) save(file);
  };
  const save = (file: File | null): void => {
    setRefusal(null);
    change.mutate(file, { onError: (error) => setRefusal(sentenceOf(error)) });
  };

  return (
    <div role="group" aria-label="Logo of the receipts">
      <div className={classes.logoField}>
        <div className={classes.preview} data-empty={!logo || undefined}>
          {logo ? <Logo logo={logo} /> : 'No logo'}
        </div>
        <Group gap="sm">
          <FileButton accept={photoTypes.join(',')} inputProps={{ 'aria-label': 'Logo' }} onChange={choose}>
            {(props) => (
              <Button leftSection={<IconPhotoUp {...icon} />} loading={change.isPending} {...props}>
                {logo ? 'Change the logo' : 'Upload a logo'}
              </Button>
            )}
          </FileButton>
          {logo && (
            <Button leftSection={<IconTrash {...icon} />} disabled={change.isPending} onClick={() => save(null)}>
              Remove the logo
            </Button>
          )}
        </Group>
      </div>
      {refusal ? (
        <ErrorLine>{refusal}</ErrorLine>
      ) : (
        <p className="muted">JPEG, PNG or WebP, at most 2 MB. Receipts already issued keep theirs.</p>
      )}
    </div>
  );
}

function sentenceOf(error: unknown): string {
  const { title, detail } = problemIn(error);
  return [title, detail].filter(Boolean).join('. ');
}
