#include "match/variant_matcher.h"

#include <algorithm>

#include "absl/strings/str_replace.h"

namespace crosscheck {

namespace {

constexpr int kMaxGroups = 17;  // the piece itself and 16 slots; more are not reported

re2::StringPiece ToPiece(absl::string_view text) { return {text.data(), text.size()}; }

TextSpan SourceSpan(const AbstractedSegment& segment, size_t begin, size_t end) {
  if (begin >= end) return {};
  return {segment.source[begin].begin, segment.source[end - 1].end};
}

class VariantMatcher {
 public:
  VariantMatcher(const Variant& variant, const Program& program, const AbstractedSegment& segment,
                 const PreparedSegment& prepared)
      : variant_(variant),
        program_(program),
        segment_(segment),
        prepared_(prepared),
        text_(prepared.text),
        failed_(variant.pieces.size()) {}

  // The leftmost match that begins at byte `from` or later; false where there is none. `end` is where it ends.
  bool Next(size_t from, VariantMatch& match, size_t& end) {
    if (variant_.raw != nullptr) return NextRaw(from, match, end);
    const std::vector<SegmentToken>& tokens = prepared_.tokens;
    for (size_t at = TokenFrom(from); at < tokens.size(); ++at) {
      captures_.clear();
      if (!MatchPiece(0, at, end)) continue;
      match.span = SourceSpan(segment_, tokens[at].begin, end);
      match.captures = captures_;
      return true;
    }
    return false;
  }

 private:
  // The first token that begins at `offset` or later.
  size_t TokenFrom(size_t offset) const {
    const auto found = std::lower_bound(prepared_.tokens.begin(), prepared_.tokens.end(), offset,
                                        [](const SegmentToken& t, size_t wanted) { return t.begin < wanted; });
    return static_cast<size_t>(found - prepared_.tokens.begin());
  }

  static bool CanBegin(const Piece& piece, const SegmentToken& token) {
    if (token.bound) return false;
    if (piece.first_any) return true;
    const auto has = [&piece](Atom atom) { return std::binary_search(piece.first.begin(), piece.first.end(), atom); };
    if (token.kind == SegmentToken::Kind::kWord) return token.word != kNoAtom && has(token.word);
    return token.items != nullptr && std::any_of(token.items->begin(), token.items->end(), has);
  }

  // Piece `index` at token `at`, and all that follow. On success `end` is the end of the last piece and captures_ holds
  // the captures of them all; on failure captures_ is as before. What fails once fails always, so it is remembered.
  bool MatchPiece(size_t index, size_t at, size_t& end) {
    const PieceUse& use = variant_.pieces[index];
    const Piece& piece = program_.pieces[use.piece];
    const SegmentToken& token = prepared_.tokens[at];
    if (!CanBegin(piece, token)) return false;
    std::vector<bool>& failed = failed_[index];
    if (failed.empty()) failed.resize(prepared_.tokens.size());
    if (failed[at]) return false;
    const size_t before = captures_.size();
    re2::StringPiece groups[kMaxGroups + 1];
    const int count = std::min<int>(kMaxGroups, static_cast<int>(use.slots.size()) + 1) + 1;
    if (piece.regex().Match(ToPiece(text_), token.begin, text_.size(), RE2::ANCHOR_START, groups, count)) {
      AddCaptures(use, groups, count);
      end = Offset(groups[1]) + groups[1].size();
      if (index + 1 == variant_.pieces.size() || MatchAfterGap(index + 1, end)) return true;
    }
    captures_.resize(before);
    failed[at] = true;
    return false;
  }

  bool MatchAfterGap(size_t index, size_t& end) {
    const PieceUse& use = variant_.pieces[index];
    const std::vector<SegmentToken>& tokens = prepared_.tokens;
    const size_t first = TokenFrom(end);
    for (size_t at = first; at < tokens.size(); ++at) {
      const auto words = static_cast<int>(tokens[at].words_before - tokens[first].words_before);
      if (words > use.max_words) return false;
      if (words < use.min_words) continue;
      size_t piece_end = 0;
      if (MatchPiece(index, at, piece_end)) {
        end = piece_end;
        return true;
      }
    }
    return false;
  }

  size_t Offset(const re2::StringPiece& group) const { return static_cast<size_t>(group.data() - text_.data()); }

  void AddCaptures(const PieceUse& use, const re2::StringPiece* groups, int count) {
    for (int i = 2; i < count; ++i) {
      if (groups[i].data() == nullptr) continue;
      const SlotUse& slot = use.slots[static_cast<size_t>(i) - 2];
      Capture capture = CaptureOf(slot.name, groups[i]);
      if (capture.item < 0 && slot.groups != nullptr) {
        const std::string phrase =
            absl::StrReplaceAll(absl::string_view(groups[i].data(), groups[i].size()), {{"-", " "}});
        const auto found = slot.groups->find(phrase);
        if (found != slot.groups->end()) capture.group = found->second;
      }
      captures_.push_back(std::move(capture));
    }
  }

  Capture CaptureOf(const std::string& name, const re2::StringPiece& group) const {
    Capture capture;
    capture.name = name;
    const size_t begin = Offset(group);
    capture.span = SourceSpan(segment_, begin, begin + group.size());
    if (!group.empty() && segment_.item_at[begin] >= 0 &&
        capture.span == segment_.items[static_cast<size_t>(segment_.item_at[begin])].span) {
      capture.item = segment_.item_at[begin];
    }
    return capture;
  }

  bool NextRaw(size_t from, VariantMatch& match, size_t& end) {
    std::vector<re2::StringPiece> groups(variant_.groups.size());
    while (from <= text_.size()) {
      if (!variant_.raw->Match(ToPiece(text_), from, text_.size(), RE2::UNANCHORED, groups.data(),
                               static_cast<int>(groups.size()))) {
        return false;
      }
      if (!groups[0].empty()) break;
      from = Offset(groups[0]) + 1;  // an empty match says nothing
    }
    if (from > text_.size()) return false;
    const size_t begin = Offset(groups[0]);
    end = begin + groups[0].size();
    match.span = SourceSpan(segment_, begin, end);
    match.captures.clear();
    for (size_t i = 1; i < groups.size(); ++i) {
      if (groups[i].data() == nullptr || variant_.groups[i].empty()) continue;
      match.captures.push_back(CaptureOf(variant_.groups[i], groups[i]));
    }
    return true;
  }

  const Variant& variant_;
  const Program& program_;
  const AbstractedSegment& segment_;
  const PreparedSegment& prepared_;
  absl::string_view text_;
  std::vector<std::vector<bool>> failed_;
  std::vector<Capture> captures_;
};

}  // namespace

std::vector<VariantMatch> FindMatches(const Variant& variant, const Program& program, const AbstractedSegment& segment,
                                      const PreparedSegment& prepared) {
  VariantMatcher matcher(variant, program, segment, prepared);
  std::vector<VariantMatch> out;
  VariantMatch match;
  size_t end = 0;
  for (size_t from = 0; matcher.Next(from, match, end); from = end) {
    std::stable_sort(match.captures.begin(), match.captures.end(),
                     [](const Capture& a, const Capture& b) { return a.span.begin < b.span.begin; });
    out.push_back(match);
  }
  return out;
}

std::optional<VariantMatch> FindFirst(const Variant& variant, const Program& program, const AbstractedSegment& segment,
                                      const PreparedSegment& prepared) {
  VariantMatch match;
  size_t end = 0;
  if (!VariantMatcher(variant, program, segment, prepared).Next(0, match, end)) return std::nullopt;
  return match;
}

}  // namespace crosscheck
