#include "graph/voices.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "graph/components.h"

namespace crosscheck {

namespace {

constexpr size_t kCopyShare = 50;      // percent of a document's wording that stands in another
constexpr size_t kCreditedShare = 20;  // the same where a credit says so too
constexpr size_t kLeastShared = 8;     // runs of five words; fewer can be a name and a date
constexpr size_t kMostSharers = 200;   // a run of words that more documents have is the house's boilerplate

// The name in "OSLO, May 3 (Northwire) - The council", or behind the closing dash of a text: an agency that is credited
// without being in the dossier. "" where there is none.
std::string CreditIn(absl::string_view edges) {
  for (size_t open = edges.find('('); open != absl::string_view::npos; open = edges.find('(', open + 1)) {
    const size_t close = edges.find(')', open);
    if (close == absl::string_view::npos) break;
    const absl::string_view name = edges.substr(open + 1, close - open - 1);
    absl::string_view rest = edges.substr(close + 1);
    while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
    const bool dash = !rest.empty() && (rest[0] == '-' || rest.substr(0, 3) == "–" || rest.substr(0, 3) == "—");
    if (dash && !name.empty() && name.size() <= 30 && absl::ascii_isupper(static_cast<unsigned char>(name[0]))) {
      return std::string(name);
    }
  }
  return "";
}

class VoiceFinder {
 public:
  VoiceFinder(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents)
      : wording_(wording), documents_(documents) {}

  void Run() {
    for (DocumentEntry& entry : documents_) entry.derived_from.clear();
    for (const Wording& one : wording_) credits_.push_back(CreditIn(one.edges));
    const std::map<Edge, size_t> shared = SharedShingles();
    std::set<Edge> done;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      for (DocumentIndex j = 0; j < documents_.size(); ++j) {
        if (i == j || !SaidToDerive(i, j)) continue;
        const auto found = shared.find(std::minmax(i, j));
        Derive(i, j, found == shared.end() ? 0 : found->second, "the manifest says so");
        done.insert(std::minmax(i, j));
      }
    }
    for (const auto& [pair, count] : shared) {
      if (!done.contains(pair)) Judge(pair.first, pair.second, count);
    }
    DropRoundabout();
    for (DocumentEntry& entry : documents_) {
      std::sort(entry.derived_from.begin(), entry.derived_from.end(),
                [](const Derivation& a, const Derivation& b) { return a.document < b.document; });
    }
    NumberVoices();
  }

 private:
  bool SaidToDerive(DocumentIndex copy, DocumentIndex source) const {
    const std::vector<std::string>& named = documents_[copy].info.derived_from;
    return std::find(named.begin(), named.end(), documents_[source].info.path) != named.end();
  }

  // How many runs of words each two documents share: from the runs to the documents, so that documents which share
  // nothing cost nothing.
  std::map<Edge, size_t> SharedShingles() const {
    std::vector<std::pair<uint64_t, DocumentIndex>> all;
    for (DocumentIndex i = 0; i < wording_.size(); ++i) {
      for (const uint64_t shingle : wording_[i].shingles) all.emplace_back(shingle, i);
    }
    std::sort(all.begin(), all.end());
    std::map<Edge, size_t> shared;
    for (size_t begin = 0; begin < all.size();) {
      size_t end = begin + 1;
      while (end < all.size() && all[end].first == all[begin].first) ++end;
      if (end - begin <= kMostSharers) {
        for (size_t i = begin; i < end; ++i) {
          for (size_t j = i + 1; j < end; ++j) ++shared[{all[i].second, all[j].second}];
        }
      }
      begin = end;
    }
    return shared;
  }

  int Percent(size_t count, DocumentIndex of) const {
    const size_t size = wording_[of].shingles.size();
    return size == 0 ? 0 : static_cast<int>(count * 100 / size);
  }

  bool Credits(DocumentIndex copy, DocumentIndex source) const {
    const std::string& publisher = documents_[source].info.publisher;
    return publisher != documents_[copy].info.publisher && HasWords(wording_[copy].edges, publisher);
  }

  void Judge(DocumentIndex a, DocumentIndex b, size_t count) {
    if (count < kLeastShared) return;
    if (documents_[a].replaced_by == b || documents_[b].replaced_by == a) return;  // one voice anyhow
    const bool a_credits = Credits(a, b);
    const bool b_credits = Credits(b, a);
    const bool one_agency = !credits_[a].empty() && credits_[a] == credits_[b];
    const size_t least = a_credits || b_credits || one_agency ? kCreditedShare : kCopyShare;
    const auto is_copy = [&](DocumentIndex i) {
      return !documents_[i].info.independent && count * 100 >= wording_[i].shingles.size() * least;
    };
    const bool a_may = is_copy(a);
    const bool b_may = is_copy(b);
    if (!a_may && !b_may) return;
    const bool a_is_copy = a_may && (!b_may || IsLater(a, b, a_credits, b_credits));
    const DocumentIndex copy = a_is_copy ? a : b;
    const DocumentIndex source = a_is_copy ? b : a;
    std::string why = absl::StrCat(Percent(count, copy), "% of its wording stands there");
    const size_t quotes = CountShared(wording_[copy].quotes, wording_[source].quotes);
    if (quotes > 0) {
      absl::StrAppend(&why, ", ", quotes, " of its ", wording_[copy].quotes.size(),
                      wording_[copy].quotes.size() == 1 ? " quotation too" : " quotations too");
    }
    if (a_credits || b_credits) {
      const DocumentIndex creditor = a_credits ? a : b;
      absl::StrAppend(&why, creditor == copy ? ", and it credits " : ", which credits ",
                      documents_[creditor == a ? b : a].info.publisher);
    } else if (one_agency) {
      absl::StrAppend(&why, ", and both credit ", credits_[a]);
    }
    Derive(copy, source, count, std::move(why));
  }

  // Whether `a`, and not `b`, is the copy.
  bool IsLater(DocumentIndex a, DocumentIndex b, bool a_credits, bool b_credits) const {
    if (a_credits != b_credits) return a_credits;
    const DocumentInfo& x = documents_[a].info;
    const DocumentInfo& y = documents_[b].info;
    if ((x.role == Role::kDraft) != (y.role == Role::kDraft)) return x.role == Role::kDraft;
    if (x.published && y.published && *x.published != *y.published) return *x.published > *y.published;
    if ((x.kind == "primary") != (y.kind == "primary")) return y.kind == "primary";
    const size_t of_a = wording_[a].shingles.size();
    const size_t of_b = wording_[b].shingles.size();
    return of_a != of_b ? of_a < of_b : x.path > y.path;
  }

  void Derive(DocumentIndex copy, DocumentIndex source, size_t count, std::string why) {
    Derivation& one = documents_[copy].derived_from.emplace_back();
    one.document = source;
    one.text_share = Percent(count, copy);
    one.source_share = Percent(count, source);
    one.why = std::move(why);
  }

  // Of a chain of copies each is told of the first, or of the one before it, not of all.
  void DropRoundabout() {
    std::vector<std::set<DocumentIndex>> sources(documents_.size());
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      for (const Derivation& one : documents_[i].derived_from) sources[i].insert(one.document);
    }
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      std::vector<Derivation>& own = documents_[i].derived_from;
      own.erase(std::remove_if(own.begin(), own.end(),
                               [&](const Derivation& one) {
                                 const std::set<DocumentIndex>& theirs = sources[one.document];
                                 return !SaidToDerive(i, one.document) &&
                                        std::any_of(theirs.begin(), theirs.end(), [&](DocumentIndex first) {
                                          return first != i && sources[i].contains(first);
                                        });
                               }),
                own.end());
    }
  }

  void NumberVoices() {
    std::vector<Edge> edges;
    for (DocumentIndex i = 0; i < documents_.size(); ++i) {
      for (const Derivation& one : documents_[i].derived_from) edges.emplace_back(i, one.document);
      if (documents_[i].replaced_by) edges.emplace_back(i, *documents_[i].replaced_by);
    }
    const std::vector<uint32_t> voice = ConnectedComponents(static_cast<uint32_t>(documents_.size()), edges);
    for (DocumentIndex i = 0; i < documents_.size(); ++i) documents_[i].voice = static_cast<int>(voice[i]);
  }

  const std::vector<Wording>& wording_;
  std::vector<DocumentEntry>& documents_;
  std::vector<std::string> credits_;
};

}  // namespace

void FindVoices(const std::vector<Wording>& wording, std::vector<DocumentEntry>& documents) {
  VoiceFinder(wording, documents).Run();
}

std::vector<Wording> WordingsOf(const std::vector<DocumentEntry>& documents) {
  std::vector<Wording> wording;
  for (const DocumentEntry& entry : documents) {
    wording.push_back(entry.document && entry.status == "read" ? WordingOf(*entry.document) : Wording());
  }
  return wording;
}

int CountVoices(const std::vector<DocumentEntry>& all, const std::vector<DocumentIndex>& documents) {
  std::set<int> voices;
  for (const DocumentIndex document : documents) voices.insert(all[document].voice);
  return static_cast<int>(voices.size());
}

}  // namespace crosscheck
