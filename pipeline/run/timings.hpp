// How long each stage took. The only clock in the program; nothing that is written depends on it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banxin {

class Timings {
  public:
    /// Calls `work` and adds its time to the row of `stage`.
    template <typename Work>
    auto measure(std::string_view stage, Work&& work) {
        const Scope scope{*this, stage};
        return std::forward<Work>(work)();
    }

    /// One row a stage, in the order they first ran, in milliseconds.
    [[nodiscard]] std::string as_text() const;

  private:
    using Clock = std::chrono::steady_clock;

    struct Row {
        std::string stage;
        Clock::duration time;
    };

    /// Adds the time of its life to a stage.
    class Scope {
      public:
        Scope(Timings& timings, std::string_view stage)
            : timings_{timings}, stage_{stage}, start_{Clock::now()} {}
        ~Scope() { timings_.add(stage_, Clock::now() - start_); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

      private:
        Timings& timings_;
        std::string_view stage_;
        Clock::time_point start_;
    };

    void add(std::string_view stage, Clock::duration time);

    std::vector<Row> rows_;
};

}  // namespace banxin
