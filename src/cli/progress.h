#ifndef CROSSCHECK_CLI_PROGRESS_H_
#define CROSSCHECK_CLI_PROGRESS_H_

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "cli/run_cli.h"
#include "cli/watch.h"

namespace crosscheck {

// How far long work is.
struct ProgressState {
  std::string stage;  // "reading"
  std::string unit;   // of what is counted: "file"; plural with an "s"
  size_t done = 0;    // of `total`
  size_t total = 0;   // 0 = nobody knows
  double share = -1;  // of the work, 0 to 1, where that is known better than by `done`; -1 = by `done`
};

// "reading: file 120 of 900, about 40 s left"; "checking: line 1200, 310 a second" where the total is unknown. How long
// is left is said from the third second on, when there is something to tell it by.
std::string ProgressLine(const ProgressState& state, absl::Duration elapsed);

// Tells on a terminal how far long work is, in one line that it writes over and at last wipes out. Writes nothing where
// the stream is no terminal, and nothing of work that is soon done. Its functions may be called from any thread.
class Progress {
 public:
  explicit Progress(const CliStreams& streams);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Begin(absl::string_view stage, absl::string_view unit, size_t total);
  void Step() { ++done_; }
  void SetShare(double share) { share_ = share; }
  // Says something to people, in lines of its own.
  void Say(absl::string_view lines);
  // Wipes the line out and writes no more of it until the next Begin.
  void End();

 private:
  void Draw();   // REQUIRES: mutex_ is held
  void Wipe();   // likewise
  void Watch();  // what the thread does

  std::ostream& err_;
  const Interrupt* interrupt_;
  size_t width_;
  std::atomic<size_t> done_ = 0;
  std::atomic<double> share_ = -1;
  std::mutex mutex_;
  std::condition_variable wake_;
  ProgressState state_;
  absl::Time begun_;
  bool running_ = false;
  bool drawn_ = false;
  bool ends_ = false;
  std::thread thread_;  // none where there is nobody to tell
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_PROGRESS_H_
