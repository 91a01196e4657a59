#include "finding/remarks.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// An article of this length without one figure, date or claim is hardly one that the program could read.
constexpr size_t kLongDraft = 300;  // words

size_t WordsOf(const Document& document) {
  size_t words = 0;
  for (const Block& block : document.blocks()) {
    if (block.zone == Zone::kBoilerplate || block.zone == Zone::kByline || block.text.empty()) continue;
    words += 1 + static_cast<size_t>(std::count(block.text.begin(), block.text.end(), ' '));
  }
  return words;
}

void RemarkOnSilentDrafts(Report& report) {
  for (DocumentIndex i = 0; i < report.documents.size(); ++i) {
    const DocumentEntry& entry = report.documents[i];
    if (entry.info.role != Role::kDraft || entry.status != "read" || !entry.document) continue;
    const bool claims = std::any_of(report.claims.begin(), report.claims.end(),
                                    [i](const Claim& claim) { return claim.document == i; });
    if (claims) continue;
    const size_t words = WordsOf(*entry.document);
    if (words < kLongDraft) continue;
    report.remarks.push_back({"no-claims",
                              Severity::kError,
                              entry.info.path,
                              {0, 0},
                              absl::StrCat("no claim was found in ", words,
                                           " words: nothing of this draft was checked; is it in English, and text?")});
  }
}

void RemarkOnMissingSources(Report& report) {
  size_t drafts = 0;
  size_t sources = 0;
  const DocumentEntry* first = nullptr;
  for (const DocumentEntry& entry : report.documents) {
    if (entry.status != "read") continue;
    const bool draft = entry.info.role == Role::kDraft;
    ++(draft ? drafts : sources);
    if (first == nullptr || (draft && first->info.role != Role::kDraft)) first = &entry;
  }
  if (first == nullptr) return;
  if (drafts > 0 && sources == 0) {
    report.remarks.push_back({"no-sources",
                              Severity::kWarning,
                              first->info.path,
                              {0, 0},
                              "no source was read: the draft was held against itself alone"});
  } else if (drafts + sources == 1) {
    report.remarks.push_back(
        {"no-sources", Severity::kNote, first->info.path, {0, 0}, "one document: it was held against itself alone"});
  }
}

// Moves every index of a report that is put behind another one.
class Shifter {
 public:
  Shifter(size_t documents, size_t claims, int voices)
      : documents_(static_cast<uint32_t>(documents)), claims_(static_cast<uint32_t>(claims)), voices_(voices) {}

  void Shift(Report& report) const {
    for (DocumentEntry& entry : report.documents) Shift(entry);
    for (Claim& claim : report.claims) claim.document += documents_;
    for (Finding& finding : report.findings) Shift(finding);
    for (Coverage& one : report.coverage) {
      one.claim += claims_;
      Claims(one.sources);
    }
    for (RepairItem& item : report.repair.items) Claims(item.claims);
    for (Camps& camps : report.sides.camps) {
      Documents(camps.first);
      Documents(camps.second);
      Documents(camps.odd_cycle);
    }
    for (NotCompared& pair : report.not_compared) {
      pair.first += documents_;
      pair.second += documents_;
    }
    for (Loner& loner : report.sides.loners) loner.document += documents_;
  }

 private:
  void Documents(std::vector<DocumentIndex>& indices) const {
    for (DocumentIndex& index : indices) index += documents_;
  }
  void Claims(std::vector<ClaimIndex>& indices) const {
    for (ClaimIndex& index : indices) index += claims_;
  }

  void Shift(DocumentEntry& entry) const {
    entry.voice += voices_;
    for (Derivation& one : entry.derived_from) one.document += documents_;
    if (entry.replaced_by) *entry.replaced_by += documents_;
  }

  void Shift(Finding& finding) const {
    for (Position& position : finding.positions) {
      Claims(position.claims);
      Claims(position.bridging);
      Documents(position.documents);
    }
    for (auto& [first, second] : finding.conflicts) {
      first += claims_;
      second += claims_;
    }
  }

  uint32_t documents_, claims_;
  int voices_;
};

template <typename Items>
void Append(Items&& from, Items& into) {
  into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void AddReadingRemarks(Report& report) {
  for (const DocumentEntry& entry : report.documents) {
    if (!entry.document) continue;
    for (const std::string& note : entry.document->notes()) {
      report.remarks.push_back({"reading", Severity::kNote, entry.info.path, {0, 0}, note});
    }
  }
}

void AddCheckRemarks(Report& report) {
  AddReadingRemarks(report);
  RemarkOnSilentDrafts(report);
  RemarkOnMissingSources(report);
  SortRemarks(report);
}

void SortRemarks(Report& report) {
  const auto key = [](const Remark& remark) { return std::tie(remark.path, remark.at, remark.kind, remark.message); };
  std::sort(report.remarks.begin(), report.remarks.end(),
            [&key](const Remark& a, const Remark& b) { return key(a) < key(b); });
}

void AppendReport(Report&& from, Report& into) {
  int voices = 0;
  for (const DocumentEntry& entry : into.documents) voices = std::max(voices, entry.voice + 1);
  Shifter(into.documents.size(), into.claims.size(), voices).Shift(from);
  Append(std::move(from.documents), into.documents);
  Append(std::move(from.claims), into.claims);
  Append(std::move(from.findings), into.findings);
  Append(std::move(from.coverage), into.coverage);
  Append(std::move(from.not_compared), into.not_compared);
  Append(std::move(from.remarks), into.remarks);
  Append(std::move(from.repair.items), into.repair.items);
  into.repair.exact = into.repair.exact && from.repair.exact;
  into.repair.at_least += from.repair.at_least;
  into.repair.left += from.repair.left;
  Append(std::move(from.sides.camps), into.sides.camps);
  Append(std::move(from.sides.loners), into.sides.loners);
  if (into.rules_digest.empty()) into.rules_digest = std::move(from.rules_digest);
  SortRemarks(into);
}

}  // namespace crosscheck
