#include "report/text_positions.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/columns.h"
#include "report/finding_view.h"
#include "report/printable.h"

namespace crosscheck {

namespace {

constexpr size_t kContextBytes = 90;        // of a quoted sentence on either side of its phrase
constexpr size_t kMostClaimsAPosition = 6;  // a person needs to see who says it, not every repetition
constexpr absl::string_view kMargin = "  ";
constexpr size_t kLeastColumn = 36;  // of a terminal: six words or so; narrower texts cannot be read at a glance
constexpr size_t kMostColumn = 76;   // longer lines are hard to follow

// Where a cut near `at` falls between words.
size_t WordStartAfter(absl::string_view text, size_t at) {
  while (at < text.size() && text[at] != ' ') ++at;
  return std::min(at + 1, text.size());
}

size_t WordEndBefore(absl::string_view text, size_t at) {
  while (at > 0 && text[at] != ' ') --at;
  return at;
}

// The sentence around the phrase, cut at words where it is long, in quotation marks; the phrase stands out.
MarkedText Quoted(const Claim& claim) {
  const absl::string_view quote = claim.quote;
  const size_t at = claim.value.text.empty() ? absl::string_view::npos : quote.find(claim.value.text);
  const size_t begin = at == absl::string_view::npos ? 0 : at;
  const size_t end = at == absl::string_view::npos ? 0 : at + claim.value.text.size();
  const size_t from = begin <= kContextBytes ? 0 : std::min(WordStartAfter(quote, begin - kContextBytes), begin);
  const size_t to =
      quote.size() - end <= kContextBytes ? quote.size() : std::max(WordEndBefore(quote, end + kContextBytes), end);
  MarkedText out;
  out.text = absl::StrCat("\"", from > 0 ? "… " : "", Printable(quote.substr(from, begin - from)));
  out.strong.begin = out.text.size();
  absl::StrAppend(&out.text, Printable(quote.substr(begin, end - begin)));
  out.strong.end = out.text.size();
  absl::StrAppend(&out.text, Printable(quote.substr(end, to - end)), to < quote.size() ? " …" : "", "\"");
  return out;
}

class PositionWriter {
 public:
  PositionWriter(const Report& report, const Finding& finding, const PositionStyle& style, std::string& out)
      : report_(report), finding_(finding), style_(style), out_(out) {}

  void Write() {
    const size_t count = finding_.positions.size();
    const size_t taken = kMargin.size() + (count - 1) * kColumnGap;
    const size_t column = style_.width > taken ? (style_.width - taken) / count : 0;
    if (column < kLeastColumn) {
      for (size_t i = 0; i < count; ++i) WriteBelow(i);
      return;
    }
    const size_t width = std::min(column, kMostColumn);
    std::vector<std::vector<MarkedText>> columns;
    for (size_t i = 0; i < count; ++i) columns.push_back(Column(i, width));
    AppendColumns(columns, width, kMargin, style_.strong, style_.plain, out_);
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  void PutMarked(const MarkedText& text) { AppendMarked(text, style_.strong, style_.plain, out_); }

  // "A  14 people  (2 documents, 1 voice)".
  MarkedText Heading(size_t which) const {
    const Position& position = finding_.positions[which];
    MarkedText out;
    out.text = absl::StrCat(PositionLetter(which), "  ", Printable(position.value.text));
    out.strong = {0, out.text.size()};
    if (position.documents.size() > 1) absl::StrAppend(&out.text, "  (", VoicesOf(position), ")");
    return out;
  }

  // "draft.md:1:19  draft  2025-07-15".
  std::string Place(ClaimIndex index) const {
    const Claim& claim = report_.claims[index];
    const DocumentInfo& info = report_.documents[claim.document].info;
    std::string out = PlaceOf(report_, claim);
    if (info.role == Role::kDraft) out += "  draft";
    if (!info.publisher.empty()) absl::StrAppend(&out, "  ", Printable(info.publisher));
    if (info.published.has_value()) absl::StrAppend(&out, "  ", absl::FormatCivilTime(*info.published));
    return out + Fits(index);
  }

  // "  fits A, B" for a claim that stands in several positions.
  std::string Fits(ClaimIndex claim) const {
    std::string letters;
    size_t count = 0;
    for (size_t i = 0; i < finding_.positions.size(); ++i) {
      const std::vector<ClaimIndex>& claims = finding_.positions[i].claims;
      if (!std::binary_search(claims.begin(), claims.end(), claim)) continue;
      absl::StrAppend(&letters, count++ == 0 ? "" : ", ", PositionLetter(i));
    }
    return count < 2 ? "" : absl::StrCat("  fits ", letters);
  }

  void WriteBelow(size_t which) {
    const std::vector<ClaimIndex>& claims = finding_.positions[which].claims;
    Put(kMargin);
    PutMarked(Heading(which));
    Put("\n");
    const size_t shown = std::min(claims.size(), kMostClaimsAPosition);
    for (size_t i = 0; i < shown; ++i) {
      Put("     ", Place(claims[i]), "\n       ");
      PutMarked(Quoted(report_.claims[claims[i]]));
      Put("\n");
    }
    if (shown < claims.size()) Put("       and ", claims.size() - shown, " more\n");
  }

  std::vector<MarkedText> Column(size_t which, size_t width) const {
    const std::vector<ClaimIndex>& claims = finding_.positions[which].claims;
    std::vector<MarkedText> lines;
    const auto add = [&](const MarkedText& text, size_t indent) {
      for (MarkedText& line : Wrap(text, width, indent)) lines.push_back(std::move(line));
    };
    add(Heading(which), 3);
    const size_t shown = std::min(claims.size(), kMostClaimsAPosition);
    for (size_t i = 0; i < shown; ++i) {
      add({Place(claims[i]), {}}, 2);
      add(Quoted(report_.claims[claims[i]]), 0);
    }
    if (shown < claims.size()) add({absl::StrCat("and ", claims.size() - shown, " more"), {}}, 0);
    return lines;
  }

  const Report& report_;
  const Finding& finding_;
  const PositionStyle& style_;
  std::string& out_;
};

}  // namespace

std::string VoicesOf(const Position& position) {
  return absl::StrCat(position.documents.size(), position.documents.size() == 1 ? " document, " : " documents, ",
                      position.voices, position.voices == 1 ? " voice" : " voices");
}

void AppendPositions(const Report& report, const Finding& finding, const PositionStyle& style, std::string& out) {
  PositionWriter(report, finding, style, out).Write();
}

}  // namespace crosscheck
