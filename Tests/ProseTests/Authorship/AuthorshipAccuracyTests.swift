import TestSupport
import Testing

@testable import Prose

@Suite struct AuthorshipAccuracyTests {
    @Test func wordsOfSyntheticHistoriesAreCreditedToThoseWhoWroteThem() {
        var total = AttributionScore()
        for seed: UInt64 in 1...12 {
            var history = SyntheticHistory(seed: seed)
            history.run(400)
            var score = AttributionScore()
            score.add(history)
            total.add(history)
            #expect(AttributionScore.share(score.all) >= 0.97, "seed \(seed)\n\(score.table)")
        }
        print(total.table)
        #expect(AttributionScore.share(total.all) >= 0.99)
        for (trial, score) in total.trials {
            #expect(score.of > 500, "\(trial.rawValue) hardly occurs")
            #expect(AttributionScore.share(score) >= 0.95, "\(trial.rawValue)")
        }
    }
}
