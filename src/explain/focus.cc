#include "explain/focus.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

struct LineRange {
  int lines = 0;  // of the document
  TextSpan span;  // of the line, without its newline
};

LineRange FindLine(absl::string_view text, int line) {
  LineRange range;
  size_t begin = 0;
  while (true) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    ++range.lines;
    if (range.lines == line) range.span = {begin, end};
    if (end >= text.size() || end + 1 == text.size()) return range;
    begin = end + 1;
  }
}

// The bytes of the `column`th code point of the line; of its end where the line is shorter.
TextSpan AtColumn(absl::string_view text, TextSpan line, int column) {
  size_t at = line.begin;
  for (int i = 1; i < column && at < line.end; ++i) at += static_cast<size_t>(DecodeUtf8(text, at).size);
  return {at, std::min(at + 1, text.size())};
}

TextSpan SpanOf(const Document& document, uint32_t segment) {
  const Segment& one = document.segments()[segment];
  return document.blocks()[one.block].ToDocument(one.span);
}

std::string NothingThere(const Document& document, const ExplainPlace& place) {
  std::optional<int> nearest;
  for (uint32_t i = 0; i < document.segments().size(); ++i) {
    const int line = document.Locate(SpanOf(document, i).begin).line;
    if (!nearest || std::abs(line - place.line) < std::abs(*nearest - place.line)) nearest = line;
  }
  return absl::StrCat("no sentence stands at ", document.info().path, ":", place.line,
                      nearest ? absl::StrCat("; the nearest begins at line ", *nearest) : "");
}

class FocusFinder {
 public:
  FocusFinder(const Analysis& analysis, const ExplainPlace& place) : analysis_(analysis), place_(place) {}

  Focus Run(const DocumentEntry& entry) {
    const auto found =
        std::find_if(analysis_.documents.begin(), analysis_.documents.end(),
                     [&](const DocumentAnalysis& document) { return document.index == place_.document; });
    if (found == analysis_.documents.end()) {
      focus_.problem = absl::StrCat(entry.info.path,
                                    " takes no part: ", entry.why.empty() ? "it is marked as withdrawn" : entry.why);
      return std::move(focus_);
    }
    focus_.document = static_cast<uint32_t>(found - analysis_.documents.begin());
    const Document& document = *found->document;
    TextSpan range = {0, document.text().size()};
    if (place_.line > 0) {
      const LineRange line = FindLine(document.text(), place_.line);
      if (place_.line > line.lines) {
        focus_.problem = absl::StrCat(document.info().path, " has ", line.lines, line.lines == 1 ? " line" : " lines");
        return std::move(focus_);
      }
      range = place_.column > 0 ? AtColumn(document.text(), line.span, place_.column) : line.span;
    }
    for (uint32_t i = 0; i < document.segments().size(); ++i) {
      const TextSpan span = SpanOf(document, i);
      if (span.Overlaps(range)) AddSegment(*found, i, span, range);
    }
    if (focus_.found.empty() && focus_.boilerplate.empty()) focus_.problem = NothingThere(document, place_);
    return std::move(focus_);
  }

 private:
  void AddSegment(const DocumentAnalysis& document, uint32_t segment, TextSpan span, TextSpan range) {
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      if (document.sentences[s].segment != segment) continue;
      focus_.found.emplace_back(focus_.document, s);
      focus_.places.push_back({document.index, place_.column > 0 ? ValueAt(document, s, span, range) : span});
      return;
    }
    focus_.boilerplate.push_back(segment);
  }

  // The value of the sentence that the column points into; else the sentence.
  static TextSpan ValueAt(const DocumentAnalysis& document, uint32_t s, TextSpan sentence, TextSpan range) {
    for (const uint32_t index : document.sentences[s].values) {
      const TextSpan span = ClaimAt(document, document.sentences[s], document.values[index].mention.span).span;
      if (span.Overlaps(range)) return span;
    }
    return sentence;
  }

  const Analysis& analysis_;
  const ExplainPlace& place_;
  Focus focus_;
};

}  // namespace

Focus FindFocus(const Analysis& analysis, const std::vector<DocumentEntry>& entries, const ExplainPlace& place) {
  return FocusFinder(analysis, place).Run(entries[place.document]);
}

}  // namespace crosscheck
