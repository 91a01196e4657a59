#include "cli/progress.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "base/display_width.h"

namespace crosscheck {

namespace {

constexpr absl::Duration kSoonDone = absl::Milliseconds(700);  // work that takes no longer is not spoken of
constexpr std::chrono::milliseconds kBetweenDraws(200);
constexpr absl::Duration kFirstGuess = absl::Seconds(2);  // of what is left; before, it would only jump about
constexpr absl::string_view kWipe = "\r\x1b[K";

// "40 s", "3 min", "2 h": as exact as a guess can be.
std::string RoughTime(double seconds) {
  if (seconds < 90) return absl::StrCat(std::max(1, static_cast<int>(std::lround(seconds))), " s");
  if (seconds < 90 * 60) return absl::StrCat(std::lround(seconds / 60), " min");
  return absl::StrCat(std::lround(seconds / 3600), " h");
}

// The beginning of `line` that fits on the terminal.
absl::string_view Fitting(absl::string_view line, size_t width) {
  size_t used = 0;
  for (size_t at = 0; at < line.size();) {
    const Glyph glyph = GlyphAt(line, at);
    if (used + glyph.width > width) return line.substr(0, at);
    used += glyph.width;
    at += glyph.size;
  }
  return line;
}

}  // namespace

std::string ProgressLine(const ProgressState& state, absl::Duration elapsed) {
  std::string line = absl::StrCat(state.stage, ": ", state.unit, " ", state.done);
  if (state.total > 0) absl::StrAppend(&line, " of ", state.total);
  const double share = state.share >= 0  ? state.share
                       : state.total > 0 ? static_cast<double>(state.done) / static_cast<double>(state.total)
                                         : 0;
  const double seconds = absl::ToDoubleSeconds(elapsed);
  if (elapsed < kFirstGuess) return line;
  if (share > 0) {
    if (state.total == 0) absl::StrAppend(&line, " (", static_cast<int>(share * 100), " %)");
    absl::StrAppend(&line, ", about ", RoughTime(seconds * (1 - share) / share), " left");
  } else if (state.total == 0 && state.done > 0) {
    absl::StrAppend(&line, ", ", std::lround(static_cast<double>(state.done) / seconds), " a second");
  }
  return line;
}

Progress::Progress(const CliStreams& streams)
    : err_(streams.err), interrupt_(streams.interrupt), width_(streams.err_width) {
  if (width_ > 1) thread_ = std::thread([this] { Watch(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    Wipe();
    ends_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Progress::Begin(absl::string_view stage, absl::string_view unit, size_t total) {
  const std::lock_guard<std::mutex> lock(mutex_);
  state_ = {std::string(stage), std::string(unit), 0, total, -1};
  done_ = 0;
  share_ = -1;
  begun_ = absl::Now();
  running_ = true;
}

void Progress::Say(absl::string_view lines) {
  const std::lock_guard<std::mutex> lock(mutex_);
  Wipe();
  err_ << lines;
}

void Progress::End() {
  const std::lock_guard<std::mutex> lock(mutex_);
  Wipe();
  running_ = false;
}

void Progress::Wipe() {
  if (drawn_) err_ << kWipe << std::flush;
  drawn_ = false;
}

void Progress::Draw() {
  const absl::Duration elapsed = absl::Now() - begun_;
  if (elapsed < kSoonDone && !drawn_) return;
  state_.done = done_;
  state_.share = share_;
  const std::string line = Asked(interrupt_) ? "interrupted: finishing what is in hand; Ctrl-C again ends at once"
                                             : ProgressLine(state_, elapsed);
  err_ << kWipe << Fitting(line, width_ - 1) << std::flush;
  drawn_ = true;
}

void Progress::Watch() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!wake_.wait_for(lock, kBetweenDraws, [this] { return ends_; })) {
    if (running_) Draw();
  }
}

}  // namespace crosscheck
