#ifndef CROSSCHECK_DOCUMENT_PHRASES_H_
#define CROSSCHECK_DOCUMENT_PHRASES_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace crosscheck {

// What the words of a block tell about the part that it plays. All take the text of one block, not folded.

// Share buttons, comment forms, cookie and newsletter prompts, copyright lines.
bool IsBoilerplateText(absl::string_view text);
// Heads what follows the article on its page: "Leave a Reply", "Related Articles".
bool IsAfterArticleHead(absl::string_view text);
// "By …", "3 min read", "Posted on Sunday", "For immediate release", a web address.
bool IsBylineText(absl::string_view text);
// A line of date and place alone: "Wednesday 9 July 2025, 17:00".
bool IsDateLine(absl::string_view text);
// The name of a newspaper's section: "Technology", "US News".
bool IsSectionLabel(absl::string_view text);
// A picture's caption or credit: "Photo: …", "… (L) …", "… Getty Images".
bool IsCaptionText(absl::string_view text);
// Says how the figures of a table are to be read: "in thousands of euros".
bool IsTableNote(absl::string_view text);

size_t CountWords(absl::string_view text);
// Whether `text` ends with a mark that ends a sentence, closing quotation marks and brackets not looked at.
bool EndsLikeSentence(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_PHRASES_H_
