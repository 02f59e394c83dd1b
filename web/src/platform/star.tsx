/** The four-pointed star of the brand; it takes the colour of the text around it. */
export function Star({ size, className }: { size: number; className?: string | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className={className}>
      <path
        fill="currentColor"
        d="M12 1.5c.9 6.3 4.2 9.600 10.500 10.500-6.300.9-9.600 4.200-10.500 10.500C11.100 16.200 7.800 12.900 1.500 12 7.800 11.100 11.100 7.800 12 1.500z"
      />
    </svg>
  );
}
