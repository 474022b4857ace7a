import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.function.UnaryOperator;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.admin.indices.alias.IndicesAliasesRequest;
import org.opensearch.action.support.ActionFilter;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.regex.Regex;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestHandler;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node, plain HTTP on 127.0.0.1: {@code java -cp 'lib/*' Start.java DATA PORT CLUSTER-ACTIONS INDEX-ACTIONS INDICES}.
 * The first line of its input is the password of the user "mall", who may do these actions, some to these indices only.
 */
public class Start {
  static final List<Class<? extends Plugin>> MODULES = List.of(
    Netty4Plugin.class, CommonAnalysisPlugin.class, MapperExtrasPlugin.class, PainlessPlugin.class, Password.class, Role.class);

  static byte[] authorization;
  static String[] clusterActions, indexActions, indices;

  /** Refuses requests without the password: other programs and pages of this machine reach the port. */
  public static class Password extends Plugin implements ActionPlugin {
    @Override
    public UnaryOperator<RestHandler> getRestHandlerWrapper(ThreadContext context) {
      return handler -> (request, channel, client) -> {
        String given = request.header("Authorization");
        if (given != null && MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8)))
          handler.handleRequest(request, channel, client);
        else channel.sendResponse(new BytesRestResponse(RestStatus.UNAUTHORIZED, "The password is missing or wrong."));
      };
    }
  }

  /** Refuses actions that the role lacks, by names of actions and indices, as the security plugin does more thoroughly: that one needs certificates. */
  public static class Role extends Plugin implements ActionPlugin {
    @Override
    public List<ActionFilter> getActionFilters() {
      return List.of(new ActionFilter.Simple() {
        @Override
        public int order() {
          return 0;
        }

        @Override
        protected boolean apply(String action, ActionRequest request, ActionListener<?> listener) {
          // What the node does itself, such as opening the shards of an earlier start: no request names these.
          if (action.startsWith("internal:") || Regex.simpleMatch(clusterActions, action)) return true;
          List<String> names = namesIn(request).toList();
          boolean isAllowed = Regex.simpleMatch(indexActions, action) && !names.isEmpty()
            && names.stream().allMatch(name -> Regex.simpleMatch(indices, name));
          if (!isAllowed)
            listener.onFailure(new OpenSearchStatusException(
              "the role does not allow {} of {}", RestStatus.FORBIDDEN, action, names));
          return isAllowed;
        }
      });
    }

    static Stream<String> namesIn(ActionRequest request) {
      if (request instanceof IndicesAliasesRequest changes)
        return changes.getAliasActions().stream().flatMap(it -> Stream.of(it.indices(), it.aliases())).flatMap(Stream::of);
      boolean hasNames = request instanceof IndicesRequest it && it.indices() != null;
      return hasNames ? Stream.of(((IndicesRequest) request).indices()) : Stream.empty();
    }
  }

  /** The constructor that takes modules from the class path is protected. */
  static class LocalNode extends Node {
    LocalNode(Environment environment) {
      super(environment, MODULES, true);
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("log4j2.level", "WARN");
    String password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    String user = Base64.getEncoder().encodeToString(("mall:" + password).getBytes(StandardCharsets.UTF_8));
    clusterActions = args[2].split(",");
    indexActions = args[3].split(",");
    indices = args[4].split(",");
    authorization = ("Basic " + user).getBytes(StandardCharsets.UTF_8);

    Settings settings = Settings.builder()
      .put("path.home", Path.of(args[0]).toAbsolutePath())
      .put("network.host", "127.0.0.1")
      .put("http.port", args[1])
      .put("transport.port", "0")
      .put("http.type", "netty4")
      .put("transport.type", "netty4")
      .put("discovery.type", "single-node")
      .put("cluster.name", "local")
      .put("node.name", "local")
      // a disk that is over 95 % full would make every index read-only
      .put("cluster.routing.allocation.disk.threshold_enabled", false)
      .build();
    Node node = new LocalNode(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "local"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
    node.start();
    Thread.currentThread().join();
  }

  static void close(Node node) {
    try {
      node.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
