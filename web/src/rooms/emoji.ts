/** What is offered at once; anything else can be typed into a message. */
export const quickEmoji = [
  { emoji: '👍', name: 'Thumbs up' },
  { emoji: '❤️', name: 'Heart' },
  { emoji: '😂', name: 'Laughing' },
  { emoji: '😮', name: 'Surprised' },
  { emoji: '😢', name: 'Sad' },
  { emoji: '🙏', name: 'Thank you' },
  { emoji: '🎉', name: 'Celebration' },
  { emoji: '✅', name: 'Done' },
] as const;

export const emojiName = (emoji: string): string => quickEmoji.find((each) => each.emoji === emoji)?.name ?? emoji;
