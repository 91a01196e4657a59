#include "graph/versions.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// Marks that agencies and sites put before (or, in brackets, behind) the headline of a later version.
constexpr absl::string_view kMarks[] = {
    "corrected", "correction", "corrects", "refile", "refiles", "refiled",   "update",        "updates",
    "updated",   "recast",     "recasts",  "wrapup", "amended", "clarifies", "clarification", "revised",
};

constexpr int kLeastShare = 40;  // percent of the earlier wording that a later version keeps

// Whether `headline` begins with a mark, with its number and the dash or colon behind it. `version` is what it counts
// as.
bool HasMarkAtFront(absl::string_view headline, int& version) {
  const std::string folded = absl::AsciiStrToLower(headline);
  for (const absl::string_view mark : kMarks) {
    if (!absl::StartsWith(folded, mark)) continue;
    size_t at = mark.size();
    int number = 0;
    while (at < folded.size() && (folded[at] == ' ' || absl::ascii_isdigit(static_cast<unsigned char>(folded[at])))) {
      if (folded[at] != ' ') number = std::min(number * 10 + (folded[at] - '0'), 1000);
      ++at;
    }
    // "Correction in shares deepens" is a headline; "CORRECTION: Shares" and "UPDATE 1-Shares" have a mark.
    const absl::string_view rest = headline.substr(at);
    for (const absl::string_view end : {":", "-", "–", "—", "|"}) {
      if (!absl::StartsWith(rest, end)) continue;
      version = std::max(number, 1);
      return true;
    }
  }
  return false;
}

bool HasBracketedMark(absl::string_view headline) {
  const std::string folded = absl::AsciiStrToLower(headline);
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](absl::string_view mark) {
    return absl::StrContains(folded, absl::StrCat("(", mark, ")")) ||
           absl::StrContains(folded, absl::StrCat("[", mark, "]"));
  });
}

absl::string_view HeadlineOf(const Document& document) {
  for (const Block& block : document.blocks()) {
    if (block.zone == Zone::kTitle) return block.text;
  }
  return document.blocks().empty() ? absl::string_view() : document.blocks().front().text;
}

class VersionFinder {
 public:
  VersionFinder(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents)
      : wording_(wording), documents_(documents), later_(documents.size()) {}

  void Run() {
    const auto count = static_cast<DocumentIndex>(documents_.size());
    for (const DocumentEntry& entry : documents_) {
      versions_.push_back(entry.status == "read" && entry.document ? VersionOf(HeadlineOf(*entry.document)) : 0);
    }
    for (DocumentIndex later = 0; later < count; ++later) {
      const DocumentInfo& info = documents_[later].info;
      if (versions_[later] == 0 && info.supersedes.empty() && info.story_id.empty()) continue;
      for (DocumentIndex earlier = 0; earlier < count; ++earlier) {
        if (later == earlier) continue;
        if (SaidToReplace(later, earlier) || IsLaterOfStory(later, earlier) || SeemsToReplace(later, earlier)) {
          later_[earlier].push_back(later);
        }
      }
    }
    for (DocumentIndex i = 0; i < count; ++i) {
      std::vector<char> seen(count, 0);
      const DocumentIndex last = LastOf(i, seen);
      // Where documents replace one another in a circle, none is the last, and all of them stay.
      if (last != i && later_[last].empty()) documents_[i].replaced_by = last;
    }
  }

 private:
  bool SaidToReplace(DocumentIndex later, DocumentIndex earlier) const {
    const std::vector<std::string>& named = documents_[later].info.supersedes;
    return documents_[later].status == "read" && documents_[earlier].info.role != Role::kDraft &&
           std::find(named.begin(), named.end(), documents_[earlier].info.path) != named.end();
  }

  // Whether both are one story of one agency by what their files state, and `a` the later. One that was taken back
  // since takes the earlier ones with it.
  bool IsLaterOfStory(DocumentIndex later, DocumentIndex earlier) const {
    const DocumentEntry& a = documents_[later];
    const DocumentEntry& b = documents_[earlier];
    if (a.info.story_id.empty() || a.info.story_id != b.info.story_id || a.info.publisher != b.info.publisher)
      return false;
    if (a.status == "unread" || b.status != "read") return false;
    if (a.info.role == Role::kDraft || b.info.role == Role::kDraft) return false;
    if (a.info.version > 0 && b.info.version > 0) return a.info.version > b.info.version;
    return a.info.published && b.info.published && *a.info.published > *b.info.published;
  }

  bool SeemsToReplace(DocumentIndex later, DocumentIndex earlier) const {
    const DocumentEntry& a = documents_[later];
    const DocumentEntry& b = documents_[earlier];
    if (a.status != "read" || b.status != "read" || a.info.role == Role::kDraft || b.info.role == Role::kDraft)
      return false;
    if (versions_[later] <= versions_[earlier]) return false;
    if (a.info.publisher != b.info.publisher) return false;
    if (a.info.published && b.info.published && *a.info.published < *b.info.published) return false;
    const std::vector<uint64_t>& kept = wording_[earlier].shingles;
    return !kept.empty() && CountShared(wording_[later].shingles, kept) * 100 >= kept.size() * kLeastShare;
  }

  DocumentIndex LastOf(DocumentIndex i, std::vector<char>& seen) const {
    seen[i] = 1;
    DocumentIndex last = i;
    const auto newer = [this](DocumentIndex x, DocumentIndex y) {
      const auto key = [this](DocumentIndex d) {
        const DocumentInfo& info = documents_[d].info;
        return std::make_tuple(info.published.value_or(absl::CivilDay(1, 1, 1)), info.version, versions_[d]);
      };
      return key(x) < key(y);
    };
    for (const DocumentIndex next : later_[i]) {
      if (seen[next]) continue;
      const DocumentIndex end = LastOf(next, seen);
      if (last == i || newer(last, end)) last = end;
    }
    return last;
  }

  const std::vector<Wording>& wording_;
  std::vector<DocumentEntry>& documents_;
  std::vector<std::vector<DocumentIndex>> later_;  // by document: its later versions
  std::vector<int> versions_;
};

}  // namespace

int VersionOf(absl::string_view headline) {
  int version = 0;
  if (!HasMarkAtFront(headline, version) && HasBracketedMark(headline)) version = 1;
  return version;
}

void FindVersions(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents) {
  VersionFinder(wording, documents).Run();
}

}  // namespace crosscheck
