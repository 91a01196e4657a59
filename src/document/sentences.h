#ifndef CROSSCHECK_DOCUMENT_SENTENCES_H_
#define CROSSCHECK_DOCUMENT_SENTENCES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

// The sentences of a block's text (spaces collapsed, none at its ends), in order, without spaces at their ends;
// together they hold every byte of it that is no space. A closing quotation mark after the stop belongs to the
// sentence before it. At least one span where `text` is not empty. Linear in the size of `text`.
std::vector<TextSpan> SplitSentences(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_SENTENCES_H_
