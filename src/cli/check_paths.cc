#include "cli/check_paths.h"

#include <algorithm>
#include <atomic>
#include <ostream>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "base/glob.h"
#include "cli/civil_day.h"
#include "cli/dossiers.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/gate.h"
#include "cli/git_changes.h"
#include "cli/progress.h"
#include "cli/watch.h"
#include "finding/remarks.h"

namespace crosscheck {

namespace {

// The folder of the draft of a dossier, else of its first document.
std::string FolderOfDossier(const std::vector<DocumentEntry>& documents) {
  const auto draft = std::find_if(documents.begin(), documents.end(),
                                  [](const DocumentEntry& entry) { return entry.info.role == Role::kDraft; });
  if (draft != documents.end()) return FolderOf(draft->info.path);
  return documents.empty() ? "" : FolderOf(documents.front().info.path);
}

struct Job {
  std::vector<DocumentEntry> documents;
  Report report;
  size_t left_out = 0;
};

// Each job on some thread; the reports come out in the order of the jobs. An interrupt leaves out what has not begun by
// then and cuts short what has; one that came while documents were read has left out those, and the rest is checked.
void RunJobs(const Checker& checker, const Settings& settings, const Watch& watch, std::vector<Job>& jobs) {
  const bool cut_before = Asked(watch.interrupt);
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t i = next++; i < jobs.size(); i = next++) {
      Job& job = jobs[i];
      if (!cut_before && Asked(watch.interrupt)) {
        for (DocumentEntry& entry : job.documents) {
          if (entry.status != "unread") MarkUnread(entry, kInterruptedChecking);
        }
      }
      CheckSettings how = settings.ForChecker(&job.left_out);
      if (!cut_before) how.stop = [&watch] { return Asked(watch.interrupt); };
      job.report = settings.options.compare ? checker.Check(std::move(job.documents), how)
                                            : checker.Extract(std::move(job.documents));
      watch.progress->Step();
    }
  };
  watch.progress->Begin("checking", "dossier", jobs.size());
  std::vector<std::jthread> workers;
  const size_t threads = std::min(jobs.size(), static_cast<size_t>(std::max(settings.options.inputs.threads, 1)));
  for (size_t i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  workers.clear();
  watch.progress->End();
}

// Says in the report, and to people, what an interrupt has left out.
void RemarkOnInterrupt(Report& report, std::ostream& err) {
  const auto cut = std::count_if(report.documents.begin(), report.documents.end(), [](const DocumentEntry& entry) {
    return entry.why == kInterruptedReading || entry.why == kInterruptedChecking;
  });
  const bool short_of_end = std::any_of(report.remarks.begin(), report.remarks.end(),
                                        [](const Remark& remark) { return remark.kind == "interrupted"; });
  const std::string message = cut == 0 && short_of_end
                                  ? "interrupted: what was found until then is reported, and there may be more"
                                  : absl::StrCat("interrupted: ", cut, " of ", report.documents.size(),
                                                 " documents were not checked; the rest was, among themselves");
  err << "crosscheck: " << message << "\n";
  if (cut > 0) report.remarks.push_back({"interrupted", Severity::kError, "", {0, 0}, message});
}

Report Joined(std::vector<Job>& jobs, const Settings& settings) {
  Report report;
  size_t left_out = 0;
  for (size_t i = 0; i < jobs.size(); ++i) {
    left_out += jobs[i].left_out;
    if (i == 0) {
      report = std::move(jobs[i].report);
    } else {
      AppendReport(std::move(jobs[i].report), report);
    }
  }
  if (left_out > 0) {
    report.remarks.push_back({"switched-off",
                              Severity::kNote,
                              settings.config->source->path(),
                              {0, 0},
                              absl::StrCat(left_out, left_out == 1 ? " finding is" : " findings are",
                                           " left out: 'severities' has them off")});
  }
  return report;
}

// Which dossiers a change touches.
class Change {
 public:
  Change(const Settings& settings, std::set<std::string> changed) : settings_(settings), changed_(std::move(changed)) {
    all_ = (settings.config && Touches(settings.config->source->path())) || Touches(settings.options.gate.baseline) ||
           Touches(settings.options.gate.waivers);
    for (const std::string& path : settings.options.rules.paths) all_ = all_ || Touches(path);
  }

  bool Touches(const DossierPlan& plan, const std::vector<DocumentEntry>& documents) const {
    if (all_) return true;
    for (const DocumentEntry& entry : documents) {
      if (Touches(entry.info.path)) return true;
    }
    for (const std::string& path : plan.inputs.paths) {
      if (!IsFolder(path) && Touches(path)) return true;  // a manifest
    }
    if (Touches(JoinPath(FolderOfDossier(documents), kWaiversName))) return true;
    // A source that is gone can be known by its name alone.
    return std::any_of(changed_.begin(), changed_.end(), [&](const std::string& path) {
      const std::string name = RelativeTo(settings_.folder, path);
      return std::any_of(plan.globs.begin(), plan.globs.end(),
                         [&name](const std::string& glob) { return GlobFits(glob, name); });
    });
  }

 private:
  // The file itself, or for a folder something below it.
  bool Touches(const std::string& path) const {
    if (path.empty()) return false;
    const std::string canonical = Canonical(path);
    if (changed_.count(canonical) != 0) return true;
    const auto next = changed_.lower_bound(canonical + "/");
    return next != changed_.end() && absl::StartsWith(*next, canonical + "/");
  }

  const Settings& settings_;
  std::set<std::string> changed_;
  bool all_ = false;
};

// The documents of every dossier that is to be checked. What is wrong with others is not said.
std::vector<Job> ReadJobs(const Settings& settings, const Watch& watch, Checked& checked, std::ostream& err) {
  const std::string& since = settings.options.gate.since;
  std::optional<Change> change;
  if (!since.empty()) {
    const std::string& first = settings.options.inputs.paths.front();
    absl::StatusOr<std::set<std::string>> changed = ChangedSince(IsFolder(first) ? first : FolderOf(first), since);
    if (!changed.ok()) {
      err << "crosscheck: error: --since: " << changed.status().message() << "\n";
      checked.exit_code = Gravest(checked.exit_code, kExitUsage);
      return {};
    }
    change.emplace(settings, *std::move(changed));
  }
  std::vector<Job> jobs;
  const std::vector<DossierPlan> plans = PlanDossiers(settings, change.has_value(), err, checked.exit_code);
  for (const DossierPlan& plan : plans) {
    std::ostringstream said;
    Inputs inputs = ReadInputs(plan.inputs, said, watch);
    if (change && !change->Touches(plan, inputs.documents)) continue;
    err << said.str();
    checked.exit_code = Gravest(checked.exit_code, inputs.exit_code);
    checked.folders.push_back(FolderOfDossier(inputs.documents));
    jobs.push_back({std::move(inputs.documents), {}, 0});
  }
  if (change) {
    err << "crosscheck: " << jobs.size() << " of " << plans.size()
        << (plans.size() == 1 ? " dossier is" : " dossiers are") << " touched since " << since << "\n";
  }
  return jobs;
}

}  // namespace

std::optional<absl::CivilDay> DayOfRun(const std::string& day, const CliStreams& streams) {
  // One day for every place on earth, so that a gate does not depend on where its machine stands.
  if (day.empty()) return absl::ToCivilDay(absl::Now(), absl::UTCTimeZone());
  const std::optional<absl::CivilDay> parsed = ParseDay(day);
  if (!parsed) streams.err << "crosscheck: error: --today: no day such as 2025-07-15: '" << day << "'\n";
  return parsed;
}

Checked CheckAll(const Settings& settings, const CliStreams& streams) {
  Checked checked;
  const std::optional<absl::CivilDay> today = DayOfRun(settings.options.today, streams);
  if (!today) {
    checked.exit_code = kExitUsage;
    return checked;
  }
  checked.today = *today;
  const LoadedChecker loaded = LoadChecker(settings.options.rules, streams.err);
  checked.exit_code = loaded.exit_code;
  if (!loaded.checker) return checked;
  checked.rules = loaded.rules;
  if (loaded.exit_code == kExitClean) {
    checked.exit_code = CheckRuleNames(settings, *loaded.rules, streams.err);
  }
  Progress progress(streams);
  const Watch watch{&progress, streams.interrupt};
  std::vector<Job> jobs = ReadJobs(settings, watch, checked, streams.err);
  std::sort(checked.folders.begin(), checked.folders.end());
  checked.folders.erase(std::unique(checked.folders.begin(), checked.folders.end()), checked.folders.end());
  RunJobs(*loaded.checker, settings, watch, jobs);
  checked.report = Joined(jobs, settings);
  if (Asked(streams.interrupt)) RemarkOnInterrupt(checked.report, streams.err);
  if (!settings.options.compare) return checked;
  const GateOptions& gate = settings.options.gate;
  checked.exit_code = Gravest(checked.exit_code, ApplyWaiverFiles(gate, checked.folders, *checked.rules, checked.today,
                                                                  checked.report, streams.err));
  checked.exit_code = Gravest(checked.exit_code, ApplyReviewFiles(gate, checked.folders, checked.report, streams.err));
  return checked;
}

}  // namespace crosscheck
