#ifndef CROSSCHECK_COMPARE_FORM_H_
#define CROSSCHECK_COMPARE_FORM_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "claim/analysis.h"
#include "compare/figures.h"

// Forms: how a text puts figures that belong together. "<moves> ..4 {percent:p} ..8 from {figure:a} ..3 to {figure:b}"
// reads "rose more than 20 percent last year, from $75 million to $90 million". Elements, a space between them:
//   word, word|word   a word of the text as folded; with a ? behind it, it may be missing
//   <lexicon>         a phrase of a lexicon; <lexicon.group> of one group
//   {type:name}       a figure of a type of kFigureTypes, kept under a name
//   ..N               up to N words without a figure; **N up to N words, whatever they are
//   ,                 the next word has a comma, bracket, dash or colon before it; ( all but the comma
//   //                the next sentence begins here; what is left of this one is passed over
namespace crosscheck {

struct FormElement {
  enum class Kind : uint8_t { kWord, kPhrase, kFigure, kGap, kComma, kBreak, kSentence };
  Kind kind = Kind::kWord;
  std::vector<std::string> words;  // kWord
  bool optional = false;           // kWord
  LexiconId lexicon = kNoLexicon;  // kPhrase
  int group = -1;                  // kPhrase; -1 = any
  size_t type = 0;                 // kFigure: index of the figure type
  std::string name;                // kFigure
  uint32_t gap = 0;                // kGap
  bool figures_in_gap = false;     // kGap
};

struct Form {
  std::vector<FormElement> elements;
  size_t figures = 0;  // how many it needs
};

// kInvalidArgument where an element cannot be read or names no lexicon, group or figure type.
absl::StatusOr<Form> ParseForm(absl::string_view text, const LexiconIndex& lexicons);

// A form found in a text.
struct FormMatch {
  std::vector<std::pair<std::string, const TextFigure*>> figures;  // by name, in order of the form
  std::vector<std::pair<LexiconHit, uint32_t>> phrases;            // with the sentence that each stands in
  uint32_t sentence = 0;                                           // where it begins
  uint32_t first = 0;                                              // its first word

  const TextFigure* Find(absl::string_view name) const;
};

// One document, made ready for any number of forms. The document and the figures have to outlive it.
class FormMatcher {
 public:
  FormMatcher(const DocumentAnalysis& document, const std::vector<TextFigure>& figures);

  // Every place where the form begins; at each place the match with the shortest gaps.
  void Match(const Form& form, const std::function<void(const FormMatch&)>& found) const;

 private:
  const DocumentAnalysis& document_;
  const std::vector<TextFigure>& figures_;
  std::vector<std::vector<uint32_t>> by_sentence_;  // figures
};

// "figure", "percent", …: whether a figure is of the type; the index is that of FormElement::type.
bool IsOfType(const TextFigure& figure, size_t type);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_FORM_H_
