#ifndef CROSSCHECK_CLI_WATCH_H_
#define CROSSCHECK_CLI_WATCH_H_

#include <atomic>

namespace crosscheck {

class Progress;  // cli/progress.h

// What Ctrl-C does: main.cc sets it from its handler of signals, commands look at it.
struct Interrupt {
  std::atomic<bool> kept = false;   // somebody looks at `asked`: the first Ctrl-C asks, only a second one ends at once
  std::atomic<bool> asked = false;  // to finish what is in hand, and to begin nothing more
  int wake = -1;                    // can be read from (a file descriptor) once `asked`; -1 = none
};
inline bool Asked(const Interrupt* interrupt) { return interrupt != nullptr && interrupt->asked; }

// For as long as it lives, an interrupt asks; nullptr does nothing.
class KeepOnInterrupt {
 public:
  explicit KeepOnInterrupt(Interrupt* interrupt) : interrupt_(interrupt) {
    if (interrupt_ != nullptr) interrupt_->kept = true;
  }
  ~KeepOnInterrupt() {
    if (interrupt_ != nullptr) interrupt_->kept = false;
  }
  KeepOnInterrupt(const KeepOnInterrupt&) = delete;
  KeepOnInterrupt& operator=(const KeepOnInterrupt&) = delete;

 private:
  Interrupt* interrupt_;
};

// What long work tells of itself, and what may end it early. Both may be null.
struct Watch {
  Progress* progress = nullptr;
  const Interrupt* interrupt = nullptr;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_WATCH_H_
