#ifndef CROSSCHECK_RULE_PATTERN_SYNTAX_H_
#define CROSSCHECK_RULE_PATTERN_SYNTAX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

// The pattern language of rule files, as syntax only: what the names in slots mean is looked up elsewhere.
//   word       itself, whole, folded; a backslash makes the next character plain
//   word~      any inflection of it; (a|b)~ of each word in the group
//   (a|b)      one of them; each alternative is a sequence
//   x?         x or nothing
//   ...        a gap of 0 to 12 words; ...{0,5} sets the bound
//   {money:value}, {org|person:subject}, {lexicon:name}, {lexicon:name:slot}, {pattern:name}   slots
namespace crosscheck {

struct PatternNode {
  enum class Kind : uint8_t { kWord, kSlot, kGroup, kGap };

  Kind kind = Kind::kWord;
  TextSpan span;           // in the pattern's text
  bool optional = false;   // followed by '?'
  bool inflected = false;  // followed by '~'
  bool glued = false;      // no space between it and what stands before

  std::string word;  // kWord: folded, escapes resolved

  // kSlot. "{lexicon:rise}" has source "lexicon" and types {"rise"}; "{pattern:x}" source "pattern"; all else source
  // "".
  std::string source;
  std::vector<std::string> types;
  std::vector<TextSpan> type_spans;  // of each of `types`, in the pattern's text
  std::string name;                  // what the capture is called; "" where the slot was given no name

  std::vector<std::vector<PatternNode>> alternatives;  // kGroup; none empty

  int min_words = 0;  // kGap
  int max_words = 0;
};

using PatternSequence = std::vector<PatternNode>;

constexpr int kDefaultGapWords = 12;
constexpr int kMaxGapWords = 60;

struct PatternSyntaxError {
  size_t offset = 0;  // in the pattern's text
  std::string message;
};

// Parses `text`. Appends what is wrong to `errors`; then the sequence is not to be used. Depth is limited.
PatternSequence ParsePatternSyntax(absl::string_view text, std::vector<PatternSyntaxError>& errors);

// The slot "{…}" that begins at text[at] == '{', as in a pattern; for raw regular expressions, that may hold slots too.
// False where what stands there is no slot ("{2,3}" repeats what is before it). `node.span` covers the braces.
bool ParseSlotAt(absl::string_view text, size_t at, PatternNode& node, std::vector<PatternSyntaxError>& errors);

// Whether the '{' at text[at] of a raw regular expression begins a slot, and no repetition and no \p{…} or \x{…}.
bool BeginsSlotInRegex(absl::string_view text, size_t at);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_PATTERN_SYNTAX_H_
