import { useState } from 'react';
import type { FileInRoom } from '#domain/files/file.ts';
import { FileIcon } from './file-icon.tsx';
import { thumbnailOf } from './file-queries.ts';
import classes from './files.module.css';

/** 32 pixels square: a corner of the picture, or what kind of file it is. */
export function Thumbnail({ file }: { file: FileInRoom }) {
  const [isBroken, setIsBroken] = useState(false);
  return (
    <span className={classes.thumb}>
      {file.picture && !isBroken ? (
        <img
          src={thumbnailOf(file.id)}
          alt=""
          width={32}
          height={32}
          loading="lazy"
          onError={() => setIsBroken(true)}
        />
      ) : (
        <FileIcon file={file} />
      )}
    </span>
  );
}
