// Waivers that stand in the text: <!-- crosscheck-ignore RULE: reason, by OWNER, until 2026-12-31 -->
#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "finding/waivers.h"
#include "rule/did_you_mean.h"
#include "rule/field_reader.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kDirective = "crosscheck-ignore";
constexpr absl::string_view kShape = "crosscheck-ignore RULE: reason, by OWNER, until 2026-12-31";

TextSpan SpanOf(const Block& block) { return block.ToDocument({0, block.text.size()}); }

// Whether a comment that follows a block stands in it still: on its line, and no tag between them ends a block.
bool IsAtEndOf(const Document& document, TextSpan block, TextSpan comment) {
  if (block.end > comment.begin) return false;
  const absl::string_view between = document.Slice({block.end, comment.begin});
  if (absl::StrContains(between, '\n')) return false;
  const std::string tags = absl::AsciiStrToLower(between);
  constexpr absl::string_view kEnds[] = {"</p", "</li", "</td", "</th", "</h", "</div", "</blockquote", "<br"};
  return std::none_of(std::begin(kEnds), std::end(kEnds),
                      [&tags](absl::string_view end) { return absl::StrContains(tags, end); });
}

// A comment inside a block is about that block, any other about the next one; of a table about all of it.
std::vector<TextSpan> Covered(const Document& document, TextSpan comment) {
  const Block* found = nullptr;
  size_t nearest = 0;
  for (const Block& block : document.blocks()) {
    const TextSpan span = SpanOf(block);
    if ((span.begin <= comment.begin && comment.end <= span.end) || IsAtEndOf(document, span, comment)) {
      found = &block;
      break;
    }
    if (span.begin >= comment.end && (found == nullptr || span.begin < nearest)) {
      found = &block;
      nearest = span.begin;
    }
  }
  if (found == nullptr) return {};
  if (!found->cell) return {SpanOf(*found)};
  std::vector<TextSpan> out;
  for (const Block& block : document.blocks()) {
    if (block.cell && block.cell->table == found->cell->table) out.push_back(SpanOf(block));
  }
  return out;
}

// Cuts ", by OWNER" or ", until DAY" off the end; nullopt where what follows the last such word is none of it.
std::optional<std::string> CutPart(absl::string_view word, absl::string_view& text) {
  const std::string mark = absl::StrCat(", ", word, " ");
  const size_t at = text.rfind(mark);
  if (at == absl::string_view::npos) return std::nullopt;
  const absl::string_view part = text.substr(at + mark.size());
  if (absl::StrContains(part, ", ")) return std::nullopt;  // no part of the end
  text = text.substr(0, at);
  return std::string(absl::StripAsciiWhitespace(part));
}

std::string OneLine(absl::string_view text) {
  return absl::StrJoin(absl::StrSplit(text, absl::ByAnyChar(" \t\r\n"), absl::SkipEmpty()), " ");
}

class CommentReader {
 public:
  CommentReader(absl::string_view owner, const DocumentEntry& entry, std::vector<Diagnostic>& diagnostics)
      : owner_(owner), entry_(entry), diagnostics_(diagnostics) {}

  // nullopt for a comment that is no waiver, and for one with a mistake, which is said.
  std::optional<Waiver> Read(const Comment& comment) {
    const std::string text = OneLine(comment.text);
    const std::string word = text.substr(0, text.find_first_of(" :"));
    if (!absl::StartsWith(word, "crosscheck-")) return std::nullopt;  // a note to a person, say
    comment_ = &comment;
    if (word != kDirective) {
      const std::string guess = DidYouMean(word, {kDirective});
      Error(absl::StrCat("unknown comment '", word, "'",
                         guess.empty() ? absl::StrCat("; the only one is: ", kShape) : guess));
      return std::nullopt;
    }
    return ReadWaiver(absl::string_view(text).substr(word.size()));
  }

 private:
  void Error(std::string message) {
    Diagnostic diagnostic;
    diagnostic.path = entry_.info.path;
    diagnostic.at = entry_.document->Locate(comment_->span.begin);
    diagnostic.message = std::move(message);
    diagnostic.line_text = LineText();
    diagnostics_.push_back(std::move(diagnostic));
  }

  std::string LineText() const {
    const absl::string_view text = entry_.document->text();
    const size_t newline =
        comment_->span.begin == 0 ? absl::string_view::npos : text.rfind('\n', comment_->span.begin - 1);
    const size_t begin = newline == absl::string_view::npos ? 0 : newline + 1;
    return std::string(absl::StripSuffix(text.substr(begin, text.find('\n', begin) - begin), "\r"));
  }

  std::optional<Waiver> ReadWaiver(absl::string_view text) {
    const size_t before = diagnostics_.size();
    Waiver waiver;
    const size_t colon = text.find(':');
    waiver.rule = std::string(absl::StripAsciiWhitespace(text.substr(0, colon)));
    if (colon == absl::string_view::npos || waiver.rule.empty() || absl::StrContains(waiver.rule, ' ')) {
      Error(absl::StrCat("this waiver names no rule before a colon; write it as: ", kShape));
      return std::nullopt;
    }
    absl::string_view rest = absl::StripAsciiWhitespace(text.substr(colon + 1));
    std::optional<std::string> by = CutPart("by", rest);
    const std::optional<std::string> until = CutPart("until", rest);
    if (!by) by = CutPart("by", rest);  // the two can stand in either order
    waiver.reason = std::string(absl::StripAsciiWhitespace(rest));
    waiver.owner = by.value_or(std::string(owner_));
    if (waiver.reason.empty()) Error("this waiver gives no reason");
    if (waiver.owner.empty()) {
      Error("this waiver names nobody who answers for it; write ', by NAME', or put 'owner' into .crosscheck.yaml");
    }
    if (!until) {
      Error("this waiver has no end; write ', until 2026-12-31'");
    } else if (const std::optional<absl::CivilDay> day = ParseIsoDay(*until)) {
      waiver.until = *day;
    } else {
      Error(absl::StrCat("'", *until, "' is no day; write it as 2026-12-31"));
    }
    if (diagnostics_.size() > before) return std::nullopt;
    waiver.path = entry_.info.path;
    waiver.at = entry_.document->Locate(comment_->span.begin);
    waiver.line_text = LineText();
    return waiver;
  }

  absl::string_view owner_;
  const DocumentEntry& entry_;
  std::vector<Diagnostic>& diagnostics_;
  const Comment* comment_ = nullptr;
};

}  // namespace

std::vector<PlacedWaiver> CommentWaivers(absl::string_view owner, Report& report,
                                         std::vector<Diagnostic>& diagnostics) {
  const bool has_draft = std::any_of(report.documents.begin(), report.documents.end(),
                                     [](const DocumentEntry& entry) { return entry.info.role == Role::kDraft; });
  std::vector<PlacedWaiver> waivers;
  for (DocumentIndex i = 0; i < report.documents.size(); ++i) {
    const DocumentEntry& entry = report.documents[i];
    if (!entry.document) continue;
    const bool counts = !has_draft || entry.info.role == Role::kDraft;
    std::vector<Diagnostic> unheard;  // of sources: what a wire service writes is no mistake of ours
    CommentReader reader(owner, entry, counts ? diagnostics : unheard);
    for (const Comment& comment : entry.document->comments()) {
      std::optional<Waiver> waiver = reader.Read(comment);
      if (counts && waiver) {
        waivers.push_back({*std::move(waiver), i, Covered(*entry.document, comment.span)});
      } else if (!counts && absl::StartsWith(comment.text, kDirective)) {
        report.remarks.push_back({"waiver-ignored", Severity::kNote, entry.info.path,
                                  entry.document->Locate(comment.span.begin), "a comment in a source waives nothing"});
      }
    }
  }
  return waivers;
}

}  // namespace crosscheck
