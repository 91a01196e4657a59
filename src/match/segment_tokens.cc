#include "match/segment_tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "match/item_char.h"

namespace crosscheck {

namespace {

// Before a hyphen these turn a word into another one: an ex-president is no president.
constexpr absl::string_view kBindingPrefixes[] = {"anti", "co",  "counter", "ex",     "mid",   "non",
                                                  "post", "pre", "pro",     "pseudo", "quasi", "semi",
                                                  "sub",  "un",  "vice",    "near",   "then",  "self"};

bool IsBindingPrefix(absl::string_view word) {
  return std::find(std::begin(kBindingPrefixes), std::end(kBindingPrefixes), word) != std::end(kBindingPrefixes);
}

// Entities get their own characters; all are four bytes, so every offset stays.
std::string PutInEntities(const AbstractedSegment& segment, const Vocabulary& vocabulary) {
  std::string text = segment.text;
  for (size_t at = 0; at < text.size(); ++at) {
    const int32_t item = segment.item_at[at];
    if (item < 0) continue;
    const std::string& type = segment.items[static_cast<size_t>(item)].type;
    if (ItemChar(type) != kOtherNameChar) continue;
    std::string bytes;
    AppendUtf8(vocabulary.CharOfOther(type), bytes);
    text.replace(at, bytes.size(), bytes);
  }
  return text;
}

bool FollowsBindingPrefix(absl::string_view text, const std::vector<SegmentToken>& tokens) {
  const size_t count = tokens.size();  // the last is the hyphen
  if (count < 2 || tokens[count - 2].kind != SegmentToken::Kind::kWord) return false;
  const SegmentToken& hyphen = tokens[count - 1];
  const SegmentToken& prefix = tokens[count - 2];
  return hyphen.kind == SegmentToken::Kind::kMark && text[hyphen.begin] == '-' && hyphen.begin == prefix.end &&
         IsBindingPrefix(text.substr(prefix.begin, prefix.end - prefix.begin));
}

}  // namespace

PreparedSegment Prepare(const AbstractedSegment& segment, const Vocabulary& vocabulary) {
  PreparedSegment out;
  out.text = PutInEntities(segment, vocabulary);
  const absl::string_view text = out.text;
  uint32_t words = 0;
  for (size_t at = 0; at < text.size();) {
    CodePoint point = DecodeUtf8(text, at);
    size_t end = at + static_cast<size_t>(point.size);
    if (IsSpace(point.value)) {
      at = end;
      continue;
    }
    SegmentToken token;
    token.begin = static_cast<uint32_t>(at);
    token.words_before = words;
    const bool in_word = IsLetter(point.value) || IsDigit(point.value);
    if (in_word) {
      while (end < text.size()) {
        point = DecodeUtf8(text, end);
        if (!IsLetter(point.value) && !IsDigit(point.value)) break;
        end += static_cast<size_t>(point.size);
      }
      token.kind = SegmentToken::Kind::kWord;
      token.word = vocabulary.FindWord(text.substr(at, end - at));
      if (token.word != kNoAtom) out.atoms.push_back(token.word);
    } else if (IsItemChar(point.value)) {
      token.kind = SegmentToken::Kind::kItem;
      token.items = &vocabulary.AtomsOfChar(point.value);
      out.atoms.insert(out.atoms.end(), token.items->begin(), token.items->end());
    }
    token.bound = !out.tokens.empty() && out.tokens.back().end == at && FollowsBindingPrefix(text, out.tokens);
    token.end = static_cast<uint32_t>(end);
    words += token.kind != SegmentToken::Kind::kMark;
    out.tokens.push_back(token);
    at = end;
  }
  std::sort(out.atoms.begin(), out.atoms.end());
  out.atoms.erase(std::unique(out.atoms.begin(), out.atoms.end()), out.atoms.end());
  return out;
}

}  // namespace crosscheck
