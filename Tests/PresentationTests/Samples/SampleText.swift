/// Texts that the samples share: what Markup would make of an ordinary page.
enum SampleText {
    static let id = "8f2c1ab97d0e45c6a1b2c3d4e5f60718293a4b5c"
    static let olderID = "17d3be22aa0e45c6a1b2c3d4e5f60718293a4b5c"

    static let sidebar = """
        <h3>Getting started</h3><ul><li><a href="/Home">Home</a></li><li><a href="/Learn">Learn Go</a></li>\
        <li><a href="/Code-Review-Comments">Code review comments</a></li></ul><h3>Guides</h3><ul>\
        <li><a href="/Guides/Concurrency">Concurrency</a></li><li><a href="/Guides/Modules">Modules</a></li>\
        <li><a class="missing" title="This page is not written yet" href="/-/new?path=Guides/Errors">Errors</a></li></ul>
        """

    static let article = """
        <p>One of Go’s mottos is <mark>share memory by communicating</mark>, do not communicate by sharing memory. Yet the \
        <a href="/sync">sync</a> package has <a class="missing" title="This page is not written yet" href="/-/new?path=Mutex">mutexes</a>, and \
        both have their place.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> Most locking problems can be solved with \
        either, so use whichever is the most <em>expressive</em> and the most <strong>simple</strong>.</p>
        <h2 id="channels">Channels</h2>
        <p>A common mistake is to overuse channels and goroutines just because it is possible, and because it is fun. Do not be afraid to \
        use a <code>sync.Mutex</code> if that fits your problem best.</p>
        <pre><code class="language-go"><span class="tok-comment">// serve answers requests until the channel is closed.</span>
        <span class="tok-keyword">func</span> <span class="tok-function">serve</span>(queue <span class="tok-keyword">chan</span> *<span class="tok-type">Request</span>) {
            <span class="tok-keyword">for</span> r := <span class="tok-keyword">range</span> queue {
                log.<span class="tok-function">Printf</span>(<span class="tok-string">"%d bytes"</span>, <span class="tok-number">1024</span>)
            }
        }</code></pre>
        <aside class="alert alert-note"><p class="alert-title">Note</p><p>As a rule: channels pass ownership, mutexes guard state.</p></aside>
        <aside class="alert alert-warning"><p class="alert-title">Warning</p><p>A goroutine that nobody waits for leaks.</p></aside>
        <details class="alert alert-tip"><summary class="alert-title">A tip to unfold</summary><p>Run the race detector in your tests.</p></details>
        <h2 id="which-one">Which one?</h2>
        <div class="table-wrap"><table><thead><tr><th>Channel</th><th>Mutex</th><th align="right">Cost in ns</th></tr></thead><tbody>
        <tr><td>passing ownership of data</td><td>caches</td><td align="right">52</td></tr>
        <tr><td>distributing units of work</td><td>state</td><td align="right">18</td></tr></tbody></table></div>
        <ul><li class="task-list-item"><input type="checkbox" disabled checked> Written</li>
        <li class="task-list-item"><input type="checkbox" disabled> Reviewed by <kbd>Ctrl</kbd> <kbd>S</kbd></li></ul>
        <blockquote><p>Clear is better than clever.</p></blockquote>
        <h3 id="arithmetic">Arithmetic</h3>
        <p>With <span class="math math-inline"><code>n</code></span> goroutines the time is:</p>
        <div class="math math-display"><code>T(n) = T_1 / n + c \\log n</code></div>
        <hr>
        <section class="footnotes"><ol><li id="fn-1"><p>So says the wiki. <a href="#fnref-1">↩</a></p></li></ol></section>
        """

    static let markdown = """
        One of Go’s mottos is ==share memory by communicating==, do not communicate by sharing memory.

        ## Channels

        A common mistake is to overuse channels and goroutines just because it is possible, and because it is fun.
        Do not be afraid to use a `sync.Mutex` if that fits your problem best.

        | Channel | Mutex |
        |---|---|
        | passing ownership of data | caches |
        """
}
