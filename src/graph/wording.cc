#include "graph/wording.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr size_t kShingleWords = 5;  // long enough that two writers seldom hit on the same run
constexpr size_t kFewShingles = 20;  // fewer outside quotations: the text is mostly quotation
constexpr size_t kEdgeBytes = 240;   // of the opening and of the closing

// FNV-1a: the same on every machine, which a hash of the standard library need not be.
constexpr uint64_t kHashStart = 14695981039346656037U;
uint64_t HashMore(uint64_t hash, absl::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash ^ 0x1fU) * 1099511628211U;  // where a word ends
}

bool IsWordByte(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; }

// The hashes of the folded words of `text`, in order.
void AddWords(absl::string_view text, std::vector<uint64_t>& words) {
  const std::string folded = Fold(text);
  for (size_t at = 0; at < folded.size();) {
    if (!IsWordByte(folded[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < folded.size() && IsWordByte(folded[end])) ++end;
    words.push_back(HashMore(kHashStart, absl::string_view(folded).substr(at, end - at)));
    at = end;
  }
}

void AddShingles(const std::vector<uint64_t>& words, std::vector<uint64_t>& shingles) {
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t hash = kHashStart;
    for (size_t j = i; j < i + kShingleWords; ++j) hash = (hash ^ words[j]) * 1099511628211U + (words[j] >> 32);
    shingles.push_back(hash);
  }
}

void SortUnique(std::vector<uint64_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

bool IsBody(Zone zone) { return zone != Zone::kBoilerplate && zone != Zone::kByline; }

// The shingles of the body; those of its quotations only where `quoted`.
std::vector<uint64_t> ShinglesOf(const Document& document, bool quoted) {
  std::vector<uint64_t> shingles;
  for (const Block& block : document.blocks()) {
    if (!IsBody(block.zone)) continue;
    size_t from = 0;
    std::vector<uint64_t> words;
    const auto piece = [&](size_t to) {
      words.clear();
      AddWords(absl::string_view(block.text).substr(from, to - from), words);
      AddShingles(words, shingles);
    };
    if (!quoted) {
      for (const TextSpan& quote : block.quotes) {
        if (quote.begin < from) continue;
        piece(quote.begin);
        from = quote.end;
      }
    }
    piece(block.text.size());
  }
  SortUnique(shingles);
  return shingles;
}

}  // namespace

Wording WordingOf(const Document& document) {
  Wording wording;
  wording.shingles = ShinglesOf(document, false);
  if (wording.shingles.size() < kFewShingles) wording.shingles = ShinglesOf(document, true);
  std::string text;
  for (const Block& block : document.blocks()) {
    if (block.zone == Zone::kTitle && wording.title.empty()) wording.title = Fold(block.text);
    if (block.zone != Zone::kBoilerplate) absl::StrAppend(&text, block.text, "\n");
    for (const TextSpan& quote : block.quotes) {
      std::vector<uint64_t> words;
      AddWords(absl::string_view(block.text).substr(quote.begin, quote.size()), words);
      if (words.size() < kShingleWords) continue;
      uint64_t hash = kHashStart;
      for (const uint64_t word : words) hash = (hash ^ word) * 1099511628211U + (word >> 32);
      wording.quotes.push_back(hash);
    }
  }
  SortUnique(wording.quotes);
  wording.edges = text.substr(0, kEdgeBytes);
  if (text.size() > kEdgeBytes) {
    absl::StrAppend(&wording.edges, "\n", text.substr(std::max(kEdgeBytes, text.size() - kEdgeBytes)));
  }
  return wording;
}

size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++shared, ++i, ++j;
    }
  }
  return shared;
}

bool HasWords(absl::string_view text, absl::string_view words) {
  if (words.empty()) return false;
  for (size_t at = text.find(words); at != absl::string_view::npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    if ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))) return true;
  }
  return false;
}

}  // namespace crosscheck
