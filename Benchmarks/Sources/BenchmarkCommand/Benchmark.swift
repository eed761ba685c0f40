import Glibc

/// The program: measures the parts it was asked for, prints a table of each, and keeps the figures as JSON.
@main
struct Benchmark {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            if options.wantsHelp {
                Console.say(Options.help)
            } else {
                exit(try Benchmark(options).run() ? EXIT_SUCCESS : EXIT_FAILURE)
            }
        } catch let failure as BenchmarkFailure {
            Console.warn("benchmark: \(failure)")
            exit(EX_USAGE)
        } catch {
            Console.warn("benchmark: \(error)")
            exit(EXIT_FAILURE)
        }
    }

    private let options: Options
    private let bench: Bench

    init(_ options: Options) throws {
        self.options = options
        bench = try Bench(options)
    }

    /// Measures all. A missed aim is a finding; only what could not be measured is a failure.
    /// - Returns: whether every part was measured.
    private func run() throws -> Bool {
        let interruption = Interruption(removing: bench.folder)
        defer { withExtendedLifetime(interruption) { bench.folder.remove() } }
        let machine = Machine(bench)
        Console.say(
            "\(machine.processor), \(machine.cores) cores; \(machine.programs.map { "\($0) \($1)" }.sorted().joined(separator: ", "))")
        let parts = options.parts.map(measure)
        let corpus = try? bench.corpus().name
        let result = ResultFile(time: ResultFile.now, corpus: corpus, isQuick: options.isQuick, machine: machine, parts: parts)
        Console.say("\nKept in \(try result.write(to: "\(Options.project)/Benchmarks/results"))")
        return parts.allSatisfy { $0.failure == nil }
    }

    private func measure(_ part: any BenchmarkPart) -> ResultFile.Part {
        Console.say("\n\(part.name): \(part.purpose)")
        let start = ContinuousClock.now
        do {
            let findings = try part.measure(bench)
            Console.say(FigureTable(findings.figures).text)
            for note in findings.notes { Console.say("  \(note)") }
            Console.say("  Measured in \(Unit.seconds.text((ContinuousClock.now - start).seconds)).")
            return ResultFile.Part(name: part.name, findings: findings)
        } catch {
            Console.say("  not measured: \(error)")
            return ResultFile.Part(name: part.name, figures: [], notes: [], failure: "\(error)")
        }
    }
}
