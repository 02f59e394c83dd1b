import { Button, Group, Modal, Slider, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import Cropper, { type Area, type Point } from 'react-easy-crop';
import { cutOut } from './cut-out.ts';
import classes from './profile.module.css';

const middle: Point = { x: 0, y: 0 };

type Props = { address: string; onDone: (file: Blob) => void; onClose: () => void };

/** The part of the picture that will be the photo: moved by dragging or the arrow keys, enlarged by the slider. */
export function CropDialog({ address, onDone, onClose }: Props) {
  const [crop, setCrop] = useState(middle);
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const cut = useMutation({ mutationFn: (wanted: Area) => cutOut(address, wanted), onSuccess: onDone });
  return (
    <Modal opened onClose={onClose} title="Crop your photo" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="lg">
        <div className={classes.crop}>
          <Cropper
            image={address}
            crop={crop}
            zoom={zoom}
            aspect={1}
            cropShape="round"
            showGrid={false}
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropComplete={(_, pixels) => setArea(pixels)}
            cropperProps={{ role: 'application', 'aria-label': 'The part that is shown; the arrow keys move it' }}
          />
        </div>
        <div>
          <Text size="md" fw={500} mb={4}>
            Zoom
          </Text>
          <Slider min={1} max={4} step={0.1} value={zoom} onChange={setZoom} label={null} thumbLabel="Zoom" />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="md"
            variant="filled"
            disabled={!area}
            loading={cut.isPending}
            onClick={() => area && cut.mutate(area)}
          >
            Use this part
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
