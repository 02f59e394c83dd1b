import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { FileInRoom } from '#domain/files/file.ts';
import { FilePreview } from './file-preview.tsx';
import { fileSize } from './file-size.ts';
import { thumbnailOf } from './file-queries.ts';
import { Thumbnail } from './thumbnail.tsx';
import classes from './files.module.css';

const longestSide = 300;

/** The files of a message: pictures in the size they will have before they are loaded, all others as rows. */
export function FileTiles({ files }: { files: readonly FileInRoom[] }) {
  const [shown, setShown] = useState<number | null>(null);
  return (
    <>
      <ul className={classes.tiles} aria-label="Files">
        {files.map((file, at) => (
          <li key={file.id}>
            <Tile file={file} onOpen={() => setShown(at)} />
          </li>
        ))}
      </ul>
      {shown !== null && <FilePreview files={files} at={shown} onMove={setShown} onClose={() => setShown(null)} />}
    </>
  );
}

function Tile({ file, onOpen }: { file: FileInRoom; onOpen: () => void }) {
  const [isBroken, setIsBroken] = useState(false);
  const { picture, name, id, bytes } = file;
  if (picture && !isBroken) {
    const shrink = Math.min(1, longestSide / picture.width, longestSide / picture.height);
    const width = Math.round(picture.width * shrink);
    const height = Math.round(picture.height * shrink);
    // The ratio as a style: that of the thumbnail, a rounded one, would move what stands below by a pixel.
    const style = { aspectRatio: `${width} / ${height}` };
    return (
      <UnstyledButton className={classes.picture} aria-label={`Open ${name}`} onClick={onOpen}>
        <img
          src={thumbnailOf(id)}
          alt={name}
          width={width}
          height={height}
          style={style}
          loading="lazy"
          onError={() => setIsBroken(true)}
        />
      </UnstyledButton>
    );
  }
  return (
    <UnstyledButton className={classes.tile} onClick={onOpen}>
      <VisuallyHidden>Open </VisuallyHidden>
      <Thumbnail file={file} />
      <span className={classes.name}>{name}</span> <span className={classes.size}>{fileSize(bytes)}</span>
    </UnstyledButton>
  );
}
